from plug.x import X
