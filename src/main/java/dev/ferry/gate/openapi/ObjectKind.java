package dev.ferry.gate.openapi;

import java.util.EnumMap;
import java.util.Map;

/** The objects of the specification, with their fixed members. */
enum ObjectKind {
  DOCUMENT(
      """
      openapi!:text info!:INFO servers:[SERVER] paths!0:PATHS components:COMPONENTS
      security:[REQUIREMENT] tags:[TAG] externalDocs:EXTERNAL_DOCS jsonSchemaDialect+1:text
      webhooks+1:<PATH_ITEM>\
      """),
  INFO(
      """
      title!:text version!:text description:text termsOfService:text contact:CONTACT
      license:LICENSE summary+1:text\
      """),
  CONTACT("name:text url:text email:text"),
  LICENSE("name!:text url:text identifier+1:text"),
  SERVER("url!:text description:text variables:<SERVER_VARIABLE>"),
  SERVER_VARIABLE("default!:text enum:[text] description:text"),
  COMPONENTS(
      """
      schemas:<SCHEMA> responses:<RESPONSE> parameters:<PARAMETER> examples:<EXAMPLE>
      requestBodies:<REQUEST_BODY> headers:<HEADER> securitySchemes:<SECURITY_SCHEME>
      links:<LINK> callbacks:<CALLBACK> pathItems+1:<PATH_ITEM>\
      """),
  /** Its members are paths. */
  PATHS(""),
  PATH_ITEM(
      """
      $ref:text summary:text description:text servers:[SERVER] parameters:[PARAMETER]
      get:OPERATION put:OPERATION post:OPERATION delete:OPERATION options:OPERATION
      head:OPERATION patch:OPERATION trace:OPERATION\
      """),
  OPERATION(
      """
      tags:[text] summary:text description:text externalDocs:EXTERNAL_DOCS operationId:text
      parameters:[PARAMETER] requestBody:REQUEST_BODY responses!0:RESPONSES
      callbacks:<CALLBACK> deprecated:truth security:[REQUIREMENT] servers:[SERVER]\
      """),
  EXTERNAL_DOCS("url!:text description:text"),
  PARAMETER(
      """
      name!:text in!:text description:text required:truth deprecated:truth allowEmptyValue:truth
      style:text explode:truth allowReserved:truth schema:SCHEMA content:<MEDIA_TYPE>
      example:any examples:<EXAMPLE>\
      """),
  HEADER(
      """
      description:text required:truth deprecated:truth allowEmptyValue:truth style:text
      explode:truth allowReserved:truth schema:SCHEMA content:<MEDIA_TYPE> example:any
      examples:<EXAMPLE>\
      """),
  REQUEST_BODY("content!:<MEDIA_TYPE> description:text required:truth"),
  MEDIA_TYPE("schema:SCHEMA example:any examples:<EXAMPLE> encoding:<ENCODING>"),
  ENCODING("contentType:text headers:<HEADER> style:text explode:truth allowReserved:truth"),
  /** Its members are status codes. */
  RESPONSES("default:RESPONSE"),
  RESPONSE("description!:text headers:<HEADER> content:<MEDIA_TYPE> links:<LINK>"),
  /** Its members are expressions. */
  CALLBACK(""),
  EXAMPLE("summary:text description:text value:any externalValue:text"),
  LINK(
      """
      operationRef:text operationId:text parameters:<any> requestBody:any description:text
      server:SERVER\
      """),
  TAG("name!:text description:text externalDocs:EXTERNAL_DOCS"),
  /** Of 3.0; from 3.1 on it is one of JSON Schema, whose members are open. */
  SCHEMA(
      """
      title:text multipleOf:number maximum:number exclusiveMaximum:any minimum:number
      exclusiveMinimum:any maxLength:number minLength:number pattern:text maxItems:number
      minItems:number uniqueItems:truth maxProperties:number minProperties:number
      required:[text] enum:[any] type:any not:SCHEMA allOf:[SCHEMA] oneOf:[SCHEMA]
      anyOf:[SCHEMA] items:SCHEMA properties:<SCHEMA> additionalProperties:SCHEMA
      description:text format:text default:any nullable:truth discriminator:DISCRIMINATOR
      readOnly:truth writeOnly:truth example:any externalDocs:EXTERNAL_DOCS deprecated:truth
      xml:XML\
      """),
  /** What JSON Schema adds to it. */
  JSON_SCHEMA(
      """
      $defs:<SCHEMA> prefixItems:[SCHEMA] contains:SCHEMA patternProperties:<SCHEMA>
      propertyNames:SCHEMA dependentSchemas:<SCHEMA> if:SCHEMA then:SCHEMA else:SCHEMA
      unevaluatedItems:SCHEMA unevaluatedProperties:SCHEMA contentSchema:SCHEMA examples:[any]
      const:any dependentRequired:<[text]> minContains:number maxContains:number\
      """),
  DISCRIMINATOR("propertyName!:text mapping:<text>"),
  XML("name:text namespace:text prefix:text attribute:truth wrapped:truth"),
  SECURITY_SCHEME(
      """
      type!:text description:text name:text in:text scheme:text bearerFormat:text
      flows:OAUTH_FLOWS openIdConnectUrl:text\
      """),
  OAUTH_FLOWS(
      """
      implicit:OAUTH_FLOW password:OAUTH_FLOW clientCredentials:OAUTH_FLOW
      authorizationCode:OAUTH_FLOW\
      """),
  OAUTH_FLOW("scopes!:<text> authorizationUrl:text tokenUrl:text refreshUrl:text"),
  /** Its members are names of security schemes. */
  REQUIREMENT("");

  private static final Map<ObjectKind, Map<String, Member>> MEMBERS =
      new EnumMap<>(ObjectKind.class);

  static {
    for (ObjectKind kind : values()) {
      MEMBERS.put(kind, Member.parsed(kind.table));
    }
  }

  private final String table;

  ObjectKind(String table) {
    this.table = table;
  }

  Map<String, Member> members() {
    return MEMBERS.getOrDefault(this, Map.of());
  }

  /** Whether a {@code $ref} may stand instead of it. */
  boolean mayBeReferredTo() {
    return switch (this) {
      case PARAMETER,
          HEADER,
          REQUEST_BODY,
          RESPONSE,
          CALLBACK,
          EXAMPLE,
          LINK,
          SCHEMA,
          SECURITY_SCHEME,
          PATH_ITEM ->
          true;
      case DOCUMENT,
          INFO,
          CONTACT,
          LICENSE,
          SERVER,
          SERVER_VARIABLE,
          COMPONENTS,
          PATHS,
          OPERATION,
          EXTERNAL_DOCS,
          MEDIA_TYPE,
          ENCODING,
          RESPONSES,
          TAG,
          JSON_SCHEMA,
          DISCRIMINATOR,
          XML,
          OAUTH_FLOWS,
          OAUTH_FLOW,
          REQUIREMENT ->
          false;
    };
  }

  /** How messages call it. */
  String shown() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
