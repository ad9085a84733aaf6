# PARLEY_URL is where your shop runs; PARLEY_KEY is a key with the scope orders:read.
curl --silent --show-error --fail-with-body "$PARLEY_URL/graphql" \
  --header "Authorization: Bearer $PARLEY_KEY" \
  --header "Content-Type: application/json" \
  --data '{
    "query": "query Paid($first: Int!) { orders(first: $first, filter: {status: {in: [PAID]}}) { totalCount nodes { number total { amount currency } } } }",
    "variables": {"first": 10}
  }'
