// What is asked of the people of the shop, and what is changed of them.

import { graphql, type FragmentOf, type ResultOf } from "@/api/graphql";

const PERSON = graphql(`
  fragment StaffPerson on Staff {
    id
    name
    email
    role
    isActive
    totpEnabled
    createdAt
    lastSignInAt
  }
`);

const INVITATION = graphql(`
  fragment StaffInvitation on Invitation {
    id
    email
    role
    state
    createdAt
    expiresAt
    revokedAt
    invitedBy {
      id
      name
    }
  }
`);

export const STAFF_MEMBERS = graphql(
  `
    query StaffMembers($first: Int, $after: String, $last: Int, $before: String, $filter: StaffFilter) {
      staffMembers(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
        totalCount
        nodes {
          ...StaffPerson
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  `,
  [PERSON],
);

export const STAFF_MEMBER = graphql(
  `
    query StaffMember($id: ID!) {
      node(id: $id) {
        __typename
        id
        ...StaffPerson
      }
    }
  `,
  [PERSON],
);

export const INVITATIONS = graphql(
  `
    query OpenInvitations {
      invitations(first: 50, filter: { isOpen: true }) {
        nodes {
          ...StaffInvitation
        }
      }
    }
  `,
  [INVITATION],
);

export const STAFF_SESSIONS = graphql(`
  query StaffSessions($staffId: ID!) {
    staffSessions(staffId: $staffId) {
      id
      address
      userAgent
      createdAt
      lastUsedAt
      endedAt
    }
  }
`);

export const INVITE = graphql(
  `
    mutation StaffInvite($input: StaffInviteInput!) {
      staffInvite(input: $input) {
        ... on StaffInvitePayload {
          linkPath
          invitation {
            ...StaffInvitation
          }
        }
        ... on Error {
          code
          message
          path
        }
      }
    }
  `,
  [INVITATION],
);

export const REVOKE_INVITATION = graphql(`
  mutation InvitationRevoke($input: InvitationRevokeInput!) {
    invitationRevoke(input: $input) {
      ... on InvitationPayload {
        invitation {
          id
          state
          revokedAt
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const CHANGE_ROLE = graphql(`
  mutation StaffChangeRole($input: StaffChangeRoleInput!) {
    staffChangeRole(input: $input) {
      ... on StaffPayload {
        staff {
          id
          role
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const DEACTIVATE = graphql(`
  mutation StaffDeactivate($input: StaffDeactivateInput!) {
    staffDeactivate(input: $input) {
      ... on StaffPayload {
        staff {
          id
          isActive
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const REACTIVATE = graphql(`
  mutation StaffReactivate($input: StaffReactivateInput!) {
    staffReactivate(input: $input) {
      ... on StaffPayload {
        staff {
          id
          isActive
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const RESET_SECOND_FACTOR = graphql(`
  mutation StaffSecondFactorReset($input: StaffSecondFactorResetInput!) {
    staffSecondFactorReset(input: $input) {
      ... on StaffPayload {
        staff {
          id
          totpEnabled
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const REVOKE_SESSION = graphql(`
  mutation StaffSessionRevoke($input: StaffSessionRevokeInput!) {
    staffSessionRevoke(input: $input) {
      ... on StaffSessionPayload {
        session {
          id
          endedAt
        }
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export type Person = Omit<FragmentOf<typeof PERSON>, "__typename">;
export type Role = Person["role"];
export type StaffSession = NonNullable<ResultOf<typeof STAFF_SESSIONS>["staffSessions"]>[number];
export type OpenInvitation = FragmentOf<typeof INVITATION>;

/** From the one that may the most to the one that may the least. */
export const ROLES = ["OWNER", "ADMIN", "AGENT", "VIEWER"] as const satisfies readonly Role[];
