// The link of an invitation.

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

const JOIN = graphql(`
  mutation Join($input: InvitationAcceptInput!) {
    invitationAccept(input: $input) {
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

export default function Join() {
  const { t } = useTranslation("session");
  const [join] = useChange(JOIN);
  const navigate = useNavigate();
  const forget = useForget();
  const token = linkToken();

  if (token === null) {
    return (
      <Entrance title={t("linkIncomplete")}>
        <Stack>
          <Text fz="sm">{t("joinLinkAdvice")}</Text>
          <Button component={Link} to="/" variant="default">
            {t("toSignIn")}
          </Button>
        </Stack>
      </Entrance>
    );
  }
  const submit = async ({ name, password }: NewAccountValues) => {
    const { payload, problem } = await join({ input: { token, name, password } });
    if (!payload) return problem;
    accessLastsUntil(payload.accessExpiresAt);
    forget();
    await navigate("/", { replace: true });
    return undefined;
  };
  return (
    <Entrance title={t("join")} text={t("joinText")}>
      <NewAccount asksForEmail={false} action={t("joinAction")} onSubmit={submit} />
    </Entrance>
  );
}
