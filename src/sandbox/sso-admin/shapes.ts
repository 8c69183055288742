import type { Shape } from "../operation.ts";

export const instanceArn: Shape = {
  type: "string",
  min: 10,
  max: 1224,
  pattern: /^arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):sso:::instance\/(sso)?ins-[a-zA-Z0-9-.]{16}$/,
};

export const permissionSetArn: Shape = {
  type: "string",
  min: 10,
  max: 1224,
  pattern:
    /^arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):sso:::permissionSet\/(sso)?ins-[a-zA-Z0-9-.]{16}\/ps-[a-zA-Z0-9-./]{16}$/,
};

export const accountId: Shape = { type: "string", min: 12, max: 12, pattern: /^\d{12}$/ };

export const requestId: Shape = {
  type: "string",
  min: 36,
  max: 36,
  pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
};

/** Which assignment is meant, for those who make or unmake one. */
export const assignment = {
  TargetId: accountId,
  TargetType: { type: "string", enum: ["AWS_ACCOUNT"] },
  PermissionSetArn: permissionSetArn,
  PrincipalType: { type: "string", enum: ["USER", "GROUP"] },
  PrincipalId: {
    type: "string",
    min: 1,
    max: 47,
    pattern: /^([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}$/,
  },
} as const satisfies Record<string, Shape>;

const token: Shape = { type: "string", max: 2048, pattern: /^[-a-zA-Z0-9+=/_]*$/ };

export const paging = { MaxResults: { type: "integer", min: 1, max: 100 }, NextToken: token } as const satisfies Record<
  string,
  Shape
>;

/** The paging of tags, whose page size is not for the caller to choose. */
export const tagPaging = { NextToken: token } as const;

/** The filter of lists of asynchronous requests. */
export const statusFilter: Shape = {
  type: "structure",
  members: { Status: { type: "string", enum: ["IN_PROGRESS", "FAILED", "SUCCEEDED"] } },
};

export const provisioningStatus: Shape = {
  type: "string",
  enum: ["LATEST_PERMISSION_SET_PROVISIONED", "LATEST_PERMISSION_SET_NOT_PROVISIONED"],
};

export const permissionSetName: Shape = { type: "string", min: 1, max: 32, pattern: /^[\w+=,.@-]+$/ };

/** What UpdatePermissionSet sets, too. */
export const permissionSetSettings = {
  Description: {
    type: "string",
    min: 1,
    max: 700,
    // oxlint-disable-next-line no-control-regex -- tabs and line breaks are among those that AWS takes
    pattern: /^[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*$/,
  },
  SessionDuration: {
    type: "string",
    min: 1,
    max: 100,
    pattern: /^(-?)P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)([DW]))?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/,
  },
  RelayState: {
    type: "string",
    min: 1,
    max: 240,
    pattern: /^[a-zA-Z0-9&$@#\\/%?=~\-_'"|!:,.;*+[\] (){}]+$/,
  },
} as const satisfies Record<string, Shape>;

export const inlinePolicy: Shape = {
  type: "string",
  min: 1,
  max: 32_768,
  // oxlint-disable-next-line no-control-regex -- tabs and line breaks are among those that AWS takes
  pattern: /^[\u0009\u000A\u000D\u0020-\u00FF]+$/,
};

export const managedPolicyArn: Shape = {
  type: "string",
  min: 20,
  max: 2048,
  pattern:
    /^arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):iam::aws:policy((\/[A-Za-z0-9.,+@=_-]+)*)\/([A-Za-z0-9.,+=@_-]+)$/,
};

export const customerManagedPolicy: Shape = {
  type: "structure",
  members: {
    Name: { type: "string", min: 1, max: 128, pattern: /^[\w+=,.@-]+$/ },
    Path: { type: "string", min: 1, max: 512, pattern: /^((\/[A-Za-z0-9.,+@=_-]+)*)\/$/ },
  },
  required: ["Name"],
};

export const permissionsBoundary: Shape = {
  type: "structure",
  members: { CustomerManagedPolicyReference: customerManagedPolicy, ManagedPolicyArn: managedPolicyArn },
};

const tagKey: Shape = { type: "string", min: 1, max: 128, pattern: /^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$/u };

export const tags: Shape = {
  type: "list",
  max: 75,
  of: {
    type: "structure",
    members: {
      Key: tagKey,
      Value: { type: "string", max: 256, pattern: /^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$/u },
    },
    required: ["Key", "Value"],
  },
};

export const tagKeys: Shape = { type: "list", min: 1, max: 75, of: tagKey };

export const taggable: Shape = {
  type: "string",
  min: 10,
  max: 2048,
  pattern: /^arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):sso::(:instance|:permissionSet|\d{12}:[a-zA-Z]+)\/.+$/,
};

/** The attributes for access control, each with the one place that its value comes from. */
export const accessControl: Shape = {
  type: "structure",
  members: {
    AccessControlAttributes: {
      type: "list",
      max: 50,
      of: {
        type: "structure",
        members: {
          Key: { type: "string", min: 1, max: 128, pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u },
          Value: {
            type: "structure",
            members: {
              Source: {
                type: "list",
                min: 1,
                max: 1,
                of: { type: "string", max: 256, pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@[\]{}$\\"]*$/u },
              },
            },
            required: ["Source"],
          },
        },
        required: ["Key", "Value"],
      },
    },
  },
  required: ["AccessControlAttributes"],
};

export const instanceName: Shape = { type: "string", max: 255, pattern: /^[\w+=,.@-]+$/ };

export const clientToken: Shape = { type: "string", min: 1, max: 64, pattern: /^[!-~]+$/ };
