"""What the simulate command asks of the API."""

_ERROR = "... on Error { __typename code message }"

ACCOUNT = "fragment Account on WhatsappAccount { id name isSimulated status statusReason qr { code expiresAt } }"
MESSAGE = """
fragment Message on Message {
  id direction author kind state text whatsappId failure createdAt sentAt
  customer { lid }
}
"""
ORDER = """
fragment Order on Order {
  id number status packageName quantity isSimulated
  total { amount currency }
  customer { lid }
}
"""

SHOP = "query Shop { settings { businessName } }"

FIND_ACCOUNT = (
    """
query FindAccount($name: String!) {
  whatsappAccounts(filter: { isSimulated: true, search: $name }, first: 100) { nodes { ...Account } }
}
"""
    + ACCOUNT
)

CREATE_ACCOUNT = (
    f"""
mutation CreateAccount($input: WhatsappAccountCreateInput!) {{
  whatsappAccountCreate(input: $input) {{ ... on WhatsappAccountPayload {{ account {{ ...Account }} }} {_ERROR} }}
}}
"""
    + ACCOUNT
)

CONNECT_ACCOUNT = f"""
mutation ConnectAccount($input: WhatsappAccountConnectInput!) {{
  whatsappAccountConnect(input: $input) {{ ... on WhatsappAccountPayload {{ account {{ id }} }} {_ERROR} }}
}}
"""

SCAN_QR = f"""
mutation ScanQr($input: SimulatorQrScanInput!) {{
  simulatorQrScan(input: $input) {{ ... on SimulatorPayload {{ account {{ id }} }} {_ERROR} }}
}}
"""

WRITE = f"""
mutation Write($input: SimulatorMessageSendInput!) {{
  simulatorMessageSend(input: $input) {{ ... on SimulatorMessagePayload {{ whatsappId }} {_ERROR} }}
}}
"""

ACKNOWLEDGE = f"""
mutation Acknowledge($input: SimulatorReceiptSendInput!) {{
  simulatorReceiptSend(input: $input) {{ ... on SimulatorPayload {{ account {{ id }} }} {_ERROR} }}
}}
"""

PREPARE_UPLOAD = f"""
mutation PrepareUpload($input: MediaUploadCreateInput!) {{
  mediaUploadCreate(input: $input) {{ ... on MediaUploadPayload {{ id putPath byteLimit }} {_ERROR} }}
}}
"""

APPROVE = f"""
mutation Approve($input: OrderApprovePaymentInput!) {{
  orderApprovePayment(input: $input) {{ ... on OrderPayload {{ order {{ number status }} }} {_ERROR} }}
}}
"""

ACCOUNT_CHANGED = (
    """
subscription AccountChanged($id: ID!) { whatsappAccountChanged(id: $id) { cursor account { ...Account } } }
"""
    + ACCOUNT
)

MESSAGE_ADDED = (
    """
subscription MessageAdded($account: ID!, $after: String!) {
  messageAdded(accountId: $account, after: $after) { message { ...Message } }
}
"""
    + MESSAGE
)

MESSAGE_CHANGED = (
    """
subscription MessageChanged($account: ID!, $after: String!) {
  messageChanged(accountId: $account, after: $after) { message { ...Message } }
}
"""
    + MESSAGE
)

ORDER_CHANGED = (
    """
subscription OrderChanged($account: ID!, $after: String!) {
  orderChanged(accountId: $account, after: $after) { order { ...Order } }
}
"""
    + ORDER
)
