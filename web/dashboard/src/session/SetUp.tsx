// The one-time link that the server prints until the first owner is made.

import { Button, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { graphql } from "@/api/graphql";
import { accessLastsUntil } from "@/api/renewal";
import { useChange } from "@/api/useChange";
import { useForget } from "@/app/forget";
import { Entrance } from "./Entrance";
import { NewAccount, type NewAccountValues } from "./NewAccount";
import { linkToken } from "./token";

const SET_UP = graphql(`
  mutation SetUpOwner($input: SetupOwnerInput!) {
    setupOwner(input: $input) {
      ... on SignInPayload {
        accessExpiresAt
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export default function SetUp() {
  const { t } = useTranslation("session");
  const [setUp] = useChange(SET_UP);
  const navigate = useNavigate();
  const forget = useForget();
  const token = linkToken();

  if (token === null) {
    return (
      <Entrance title={t("linkIncomplete")}>
        <Stack>
          <Text fz="sm">{t("setUpLinkAdvice")}</Text>
          <Button component={Link} to="/" variant="default">
            {t("toSignIn")}
          </Button>
        </Stack>
      </Entrance>
    );
  }
  const submit = async (values: NewAccountValues) => {
    const { payload, problem } = await setUp({ input: { token, ...values } });
    if (!payload) return problem;
    accessLastsUntil(payload.accessExpiresAt);
    forget();
    // A new shop begins with what is still to be done.
    await navigate("/start", { replace: true });
    return undefined;
  };
  return (
    <Entrance title={t("setUp")} text={t("setUpText")}>
      <NewAccount asksForEmail action={t("setUpAction")} onSubmit={submit} />
    </Entrance>
  );
}
