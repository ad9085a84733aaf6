// Which rules schema.graphql keeps: all that graphql-eslint has for schemas and for Relay, but for those named below.
import graphqlEslint from '@graphql-eslint/eslint-plugin';

const { 'flat/schema-all': forSchemas, 'flat/schema-relay': forRelay } = graphqlEslint.configs;

const named = (rules) =>
  Object.fromEntries(Object.entries(rules).map(([rule, setting]) => [`@graphql-eslint/${rule}`, setting]));

const adjusted = named({
  // Whoever reads the schema in an explorer has nothing but these sentences.
  'require-description': [
    'error',
    {
      types: true,
      rootField: true,
      DirectiveDefinition: true,
      FieldDefinition: true,
      InputValueDefinition: true,
      EnumValueDefinition: true,
    },
  ],
  // Types that are parts of an answer and nothing of the shop's own have no id.
  'strict-id-in-types': [
    'error',
    {
      acceptedIdNames: ['id'],
      acceptedIdTypes: ['ID'],
      exceptions: {
        suffixes: ['Connection', 'Edge', 'Payload', 'Error', 'Result', 'Event', 'Stats'],
        types: [
          'PageInfo', 'Money', 'Query', 'Mutation', 'Subscription',
          // What was read on a proof is a part of the proof.
          'ProofReading', 'ProofReadingDetail', 'ProofReadingPayee',
        ],
      },
    },
  ],
  // A mutation takes one argument called input; what its type is called follows the mutation already.
  'input-name': ['error', { checkInputType: false, checkQueries: false, checkMutations: true }],
  'relay-edge-types': ['error', { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false }],
  // Strawberry sorts plainly, without groups.
  alphabetize: [
    'error',
    {
      fields: ['ObjectTypeDefinition', 'InterfaceTypeDefinition', 'InputObjectTypeDefinition'],
      values: true,
      arguments: ['FieldDefinition', 'DirectiveDefinition'],
    },
  ],
});

const off = named({
  'no-root-type': 'off', // it forbids root types, for those who want none of one kind; we have all three
  'require-deprecation-date': 'off', // it wants an argument that the standard directive lacks; our reasons hold the date
  'require-field-of-type-query-in-mutation-result': 'off', // our unions carry what changed, which names its neighbours
  'require-type-pattern-with-oneof': 'off', // our unions say what went wrong by Error members
});

/** The configuration of ESLint for a folder that holds the schema under this name. */
export const rulesFor = (schema) => [
  {
    files: ['**/*.graphql'],
    languageOptions: { parser: graphqlEslint.parser, parserOptions: { graphQLConfig: { schema } } },
    plugins: { '@graphql-eslint': graphqlEslint },
    rules: { ...forSchemas.rules, ...forRelay.rules, ...adjusted, ...off },
  },
];

/** The rules of graphql-schema-linter: all that do not contradict those above. */
export const secondOpinion = [
  'arguments-have-descriptions',
  'defined-types-are-used',
  'deprecations-have-a-reason',
  'descriptions-are-capitalized',
  'enum-values-all-caps',
  'enum-values-have-descriptions',
  'fields-are-camel-cased',
  'fields-have-descriptions',
  'input-object-values-are-camel-cased',
  'input-object-values-have-descriptions',
  'relay-connection-arguments-spec',
  'relay-connection-types-spec',
  'relay-page-info-spec',
  'types-are-capitalized',
  'types-have-descriptions',
];
