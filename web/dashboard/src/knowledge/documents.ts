// What the knowledge page asks the API.

import { graphql, type ResultOf } from "@/api/graphql";

export const ENTRY = graphql(`
  fragment EntryParts on KnowledgeEntry {
    id
    question
    answer
    keywords
    language
    isActive
    position
  }
`);

export const ENTRIES = graphql(
  `
    query KnowledgeEntries(
      $first: Int
      $after: String
      $last: Int
      $before: String
      $search: String
      $language: String
      $isActive: Boolean
    ) {
      knowledgeEntries(
        first: $first
        after: $after
        last: $last
        before: $before
        filter: { search: $search, language: $language, isActive: $isActive }
      ) {
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        nodes {
          ...EntryParts
        }
      }
    }
  `,
  [ENTRY],
);

export type Entry = ResultOf<typeof ENTRY>;

export const ANSWERS = graphql(
  `
    query KnowledgeAnswers($question: String!, $language: String) {
      knowledgeAnswers(question: $question, language: $language, limit: 3) {
        ...EntryParts
      }
    }
  `,
  [ENTRY],
);

export const ENTRY_CREATE = graphql(
  `
    mutation KnowledgeEntryCreate($input: KnowledgeEntryCreateInput!) {
      knowledgeEntryCreate(input: $input) {
        ... on KnowledgeEntryPayload {
          knowledgeEntry {
            ...EntryParts
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
  [ENTRY],
);

export const ENTRY_UPDATE = graphql(
  `
    mutation KnowledgeEntryUpdate($input: KnowledgeEntryUpdateInput!) {
      knowledgeEntryUpdate(input: $input) {
        ... on KnowledgeEntryPayload {
          knowledgeEntry {
            ...EntryParts
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
  [ENTRY],
);

export const ENTRY_DELETE = graphql(`
  mutation KnowledgeEntryDelete($input: KnowledgeEntryDeleteInput!) {
    knowledgeEntryDelete(input: $input) {
      ... on KnowledgeEntryDeletePayload {
        deletedId
      }
      ... on Error {
        code
        message
        path
      }
    }
  }
`);

export const ENTRY_REORDER = graphql(`
  mutation KnowledgeEntryReorder($input: KnowledgeEntryReorderInput!) {
    knowledgeEntryReorder(input: $input) {
      ... on KnowledgeEntryReorderPayload {
        knowledgeEntries {
          id
          position
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
