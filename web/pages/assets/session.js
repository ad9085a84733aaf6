// Who is signed in, and how one comes in and goes out.

import { change, csrfToken, data, renewed } from "./graphql.js";

const PERSON = "fragment Person on Staff { name email role }";
const VIEWER = `query Viewer { viewer { staff { ...Person } } } ${PERSON}`;
const SIGN_IN = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    ... on SignInPayload { staff { ...Person } }
    ... on TotpRequiredError { challenge }
    ... on Error { code message path }
  }
} ${PERSON}`;
const SIGN_IN_WITH_TOTP = `mutation SignInWithTotp($input: SignInWithTotpInput!) {
  signInWithTotp(input: $input) { ... on SignInPayload { staff { ...Person } } ... on Error { code message path } }
} ${PERSON}`;
const JOIN = `mutation Join($input: InvitationAcceptInput!) {
  invitationAccept(input: $input) { ... on SignInPayload { staff { ...Person } } ... on Error { code message path } }
} ${PERSON}`;
const SET_UP = `mutation SetUpOwner($input: SetupOwnerInput!) {
  setupOwner(input: $input) { ... on SignInPayload { staff { ...Person } } ... on Error { code message path } }
} ${PERSON}`;
const SIGN_OUT = "mutation SignOut { signOut { __typename } }";

/** A person with name, email and role, or null. */
export async function whoIsSignedIn() {
  const { viewer } = await data(VIEWER);
  if (viewer?.staff || !csrfToken() || !await renewed()) return viewer?.staff ?? null;
  return (await data(VIEWER)).viewer?.staff ?? null;
}

/** Throws a Problem whose `challenge` is for signInWithTotp when the person has a second factor. */
export async function signIn(input) {
  return (await change(SIGN_IN, input)).staff;
}

/** The code of the app, or a recovery code: the first has six digits and nothing else. */
export async function signInWithTotp(challenge, typed) {
  const code = typed.replaceAll(" ", "");
  const given = /^[0-9]{6}$/.test(code) ? { code } : { recoveryCode: typed };
  return (await change(SIGN_IN_WITH_TOTP, { challenge, ...given })).staff;
}

export async function signOut() {
  await data(SIGN_OUT);
}

export async function setUpOwner(input) {
  return (await change(SET_UP, input)).staff;
}

export async function join(input) {
  return (await change(JOIN, input)).staff;
}
