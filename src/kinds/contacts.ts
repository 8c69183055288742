import Type, { type Static } from "typebox";
import { hasHidden } from "../model/characters.ts";

/** AWS's words for the three, in capitals there. */
export const CONTACT_TYPES = ["billing", "operations", "security"] as const;
export type ContactType = (typeof CONTACT_TYPES)[number];

const EXAMPLE = { name: "Jo Doe", title: "Head of Security", email: "security@acme.com", phone: "+1 555 0100" };

// Spaces at the ends are refused: AWS may drop them, and then no plan would ever be empty.
const LINE = "^\\S(?:.*\\S)?$";
const EMAIL = "^[A-Za-z0-9_+=.#|!&-]+@[A-Za-z0-9_.-]+[.][A-Za-z0-9_]+$";
const PHONE = "^[0-9()+-](?:[0-9()+ -]*[0-9()+-])?$";
const ENDS = "begins and ends with something else than a space";

const contact = Type.Object(
  {
    name: Type.String({
      title: "Name",
      description: "Who it is: a person or a team.",
      minLength: 1,
      maxLength: 64,
      pattern: LINE,
      patternErrorMessage: `The name of a contact is on one line, and ${ENDS}`,
      examples: [EXAMPLE.name],
    }),
    title: Type.String({
      title: "Title",
      description: "What they do in the company.",
      minLength: 1,
      maxLength: 50,
      pattern: LINE,
      patternErrorMessage: `The title of a contact is on one line, and ${ENDS}`,
      examples: [EXAMPLE.title],
    }),
    email: Type.String({
      title: "E-mail",
      description: "Where AWS writes to.",
      minLength: 1,
      maxLength: 254,
      pattern: EMAIL,
      patternErrorMessage:
        "The e-mail of a contact looks like security@acme.com: ASCII letters, digits and _ + = . # | ! & - before the @",
      examples: [EXAMPLE.email],
    }),
    phone: Type.String({
      title: "Phone number",
      description: "Where AWS calls.",
      minLength: 1,
      maxLength: 25,
      pattern: PHONE,
      patternErrorMessage: "A phone number has digits, spaces and ( ) + - only, and begins and ends with no space",
      examples: [EXAMPLE.phone],
    }),
  },
  {
    title: "Contact",
    description: "Whom AWS reaches besides the root user; all four are needed.",
    additionalProperties: false,
    examples: [EXAMPLE],
    defaultSnippets: [
      {
        label: "contact",
        description: "A person or a team",
        body: {
          name: "${1:Jo Doe}",
          title: "${2:Head of Security}",
          email: "${3:security@acme.com}",
          phone: "${4:+1 555 0100}",
        },
      },
    ],
  },
);

/** Whom AWS writes to and calls about an account besides its root user; `description` says for whom they hold. */
export const contactsFor = (description: string) =>
  Type.Object(
    {
      billing: Type.Optional({ ...contact, title: "Billing contact", description: "For bills and payment." }),
      operations: Type.Optional({
        ...contact,
        title: "Operations contact",
        description: "For notices about the services in use.",
      }),
      security: Type.Optional({
        ...contact,
        title: "Security contact",
        description: "For reports of abuse and vulnerability.",
      }),
    },
    {
      title: "Alternate contacts",
      description,
      additionalProperties: false,
      examples: [{ security: EXAMPLE }],
      defaultSnippets: [
        {
          label: "security contact",
          description: "Whom AWS tells about abuse and vulnerabilities",
          body: {
            security: {
              name: "${1:Jo Doe}",
              title: "${2:Head of Security}",
              email: "${3:security@acme.com}",
              phone: "${4:+1 555 0100}",
            },
          },
        },
      ],
    },
  );

export type Contact = Static<typeof contact>;
export type Contacts = { readonly [Type in ContactType]?: Contact };

/** Whether the file can say a contact that AWS has; AWS takes more characters than it. */
export function isSayable({ name, title, email, phone }: Contact): boolean {
  const forms = [
    [name, LINE],
    [title, LINE],
    [email, EMAIL],
    [phone, PHONE],
  ] as const;
  return forms.every(([text, form]) => new RegExp(form, "u").test(text) && !hasHidden(text));
}
