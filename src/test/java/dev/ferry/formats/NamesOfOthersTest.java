package dev.ferry.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NamesOfOthersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install x ",
        "python -m pip --quiet install ",
        "uv pip install ",
        "sudo apt-get install -y --no-install-recommends a ",
        "apt-get -qq install ",
        "RUN apk add --no-cache ",
        "conda create -n x ",
        "systemctl restart ",
        "sudo service ",
        "docker run ",
        "docker run -d --rm --name x -p 1:1 ",
        "docker exec -it ",
        "docker compose -f a.yml exec ",
        "docker build -t ",
        "docker compose restart ",
        "helm upgrade x ",
        "kubectl -n x rollout status ",
      })
  void thisNamesNoModule(String before) {
    assertThat(NamesOfOthers.isNamedAfter(before)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python -m ",
        "pip install x && python -m ",
        "docker run --rm image python -m ",
        "docker run -d redis ",
        "docker exec -it web celery -A ",
        "docker compose run web gunicorn ",
        "kubectl exec pod -- python -m ",
        "systemctl restart x; python -m ",
        "python -m service ",
        "celery -A ",
        "deploy-service --module ",
      })
  void thisMayNameOne(String before) {
    assertThat(NamesOfOthers.isNamedAfter(before)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"scp x ", "git push origin ", "npm run "})
  void beforeAColonStandsAHostABranchOrATarget(String before) {
    assertThat(NamesOfOthers.isAddressAfter(before)).isTrue();
    assertThat(NamesOfOthers.isAddressAfter(before + "&& uvicorn ")).isFalse();
  }
}
