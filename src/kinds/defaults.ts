import Type from "typebox";
import { defineSection } from "../model/section.ts";
import { contactsFor } from "./contacts.ts";

const schema = Type.Object(
  {
    contacts: Type.Optional(
      contactsFor(
        "The alternate contacts of every account that the file lists, unless the account says its own of that type. With this key they are the whole truth: a contact that neither it nor the account gives is removed.",
      ),
    ),
  },
  {
    title: "Defaults",
    description: "What holds for every entry of a section that does not say it itself.",
    additionalProperties: false,
    examples: [
      {
        contacts: {
          security: {
            name: "Jo Doe",
            title: "Head of Security",
            email: "security@acme.com",
            phone: "+1 555 0100",
          },
        },
      },
    ],
    defaultSnippets: [
      {
        label: "defaults",
        description: "One security contact for all accounts",
        body: {
          contacts: {
            security: {
              name: "${1:Jo Doe}",
              title: "${2:Head of Security}",
              email: "${3:security@acme.com}",
              phone: "${4:+1 555 0100}",
            },
          },
        },
      },
    ],
  },
);

export const defaultsSection = defineSection("defaults", schema);
