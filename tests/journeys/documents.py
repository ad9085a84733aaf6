"""What the journeys ask of the API."""

ERROR = "... on Error { __typename code message path }"

MESSAGE = """
fragment Message on Message {
  id direction author kind state text whatsappId quotedWhatsappId isProactive failure
  createdAt sentAt deliveredAt readAt editedAt revokedAt
  turn { id } conversation { id } customer { id lid } media { id contentType byteSize }
}
"""
ORDER = """
fragment Order on Order {
  id number status isSimulated serviceName packageName quantity paidAt
  unitPrice { amount currency } total { amount currency }
  customer { id lid } conversation { id }
  actions { actor fromStatus toStatus reason }
  proofs { id status reason likeness message { whatsappId } media { id contentType byteSize } }
  refunds { actor amount { amount currency } reference reason }
}
"""
CONVERSATION = """
fragment Conversation on Conversation {
  id status answeredBy attention aiResumesAt closedAt customer { id lid }
}
"""
ACCOUNT = """
fragment Account on WhatsappAccount {
  id name isSimulated status statusReason bannedUntil shouldConnect phone qr { code expiresAt } pairingCode { code }
  health { queueLength }
}
"""
SETTINGS = "fragment Settings on Settings { quietSeconds longestWaitSeconds businessName }"

# What a mutation gives: the type of its payload, the name in it, the fragment that is read of it.
_GIVES = {
    "aiProviderUpdate": (
        "AiProviderPayload",
        "provider",
        "AiProvider",
        "fragment AiProvider on AiProvider { id state }",
    ),
    "conversation": ("ConversationPayload", "conversation", "Conversation", CONVERSATION),
    "customer": ("CustomerPayload", "customer", "Customer", "fragment Customer on Customer { id lid blockedAt }"),
    "messageSend": ("MessagePayload", "sentMessage", "Message", MESSAGE),
    "order": ("OrderPayload", "order", "Order", ORDER),
    "package": ("PackagePayload", "package", "Package", "fragment Package on Package { id name isActive }"),
    "paymentMethod": (
        "PaymentMethodPayload",
        "paymentMethod",
        "PaymentMethod",
        "fragment PaymentMethod on PaymentMethod { id label }",
    ),
    "service": ("ServicePayload", "service", "Service", "fragment Service on Service { id name isActive }"),
    "settings": ("SettingsPayload", "settings", "Settings", SETTINGS),
    "simulator": ("SimulatorPayload", "account", "Account", ACCOUNT),
    "whatsappAccount": ("WhatsappAccountPayload", "account", "Account", ACCOUNT),
}

# Those whose payload is no entity.
_GIVES_VALUES = {
    "mediaUploadCreate": "... on MediaUploadPayload { id putPath byteLimit expiresAt }",
    "simulatorMessageSend": "... on SimulatorMessagePayload { whatsappId }",
    "webhookCreate": "... on WebhookSecretPayload { secret }",
}


def mutation(name: str) -> str:
    """The document of a mutation; what it gives is found under the mutation's name."""
    kind = f"{name[0].upper()}{name[1:]}"
    if name in _GIVES_VALUES:
        given, fragment = _GIVES_VALUES[name], ""
    else:
        payload, field, of, fragment = next(gives for start, gives in _GIVES.items() if name.startswith(start))
        given = f"... on {payload} {{ {field} {{ ...{of} }} }}"
        if field == "order":
            given += " ... on OrderStepNotAllowedError { order { ...Order } }"
    return f"mutation Change($input: {kind}Input!) {{ {name}(input: $input) {{ {given} {ERROR} }} }}\n{fragment}"


STREAMS = {
    "messageAdded": (
        "subscription Follow($account: ID!, $after: String!) "
        "{ messageAdded(accountId: $account, after: $after) { cursor message { ...Message } } }" + MESSAGE
    ),
    "messageChanged": (
        "subscription Follow($account: ID!, $after: String!) "
        "{ messageChanged(accountId: $account, after: $after) { cursor message { ...Message } } }" + MESSAGE
    ),
    "orderChanged": (
        "subscription Follow($account: ID!, $after: String!) "
        "{ orderChanged(accountId: $account, after: $after) { cursor isNew order { ...Order } } }" + ORDER
    ),
    "conversationChanged": (
        "subscription Follow($account: ID!, $after: String!) "
        "{ conversationChanged(accountId: $account, after: $after) { cursor conversation { ...Conversation } } }"
        + CONVERSATION
    ),
    "whatsappAccountChanged": (
        "subscription Follow($account: ID!, $after: String!) "
        "{ whatsappAccountChanged(id: $account, after: $after) { cursor account { ...Account } } }" + ACCOUNT
    ),
}
FIRST_LOOK = (
    "subscription Look($account: ID!) { whatsappAccountChanged(id: $account) { cursor account { ...Account } } }"
    + ACCOUNT
)

ACCOUNT_NOW = "query Account($id: ID!) { whatsappAccount(id: $id) { ...Account } }" + ACCOUNT
ORDERS = (
    """
query Orders($account: ID!) {
  orders(filter: { accountId: $account }, first: 20, orderBy: { field: CREATED_AT, direction: ASC }) {
    nodes { ...Order }
  }
}
"""
    + ORDER
)
MESSAGES = (
    """
query Messages($account: ID!) {
  messages(filter: { accountId: $account }, first: 100, orderBy: { field: CREATED_AT, direction: ASC }) {
    nodes { ...Message }
  }
}
"""
    + MESSAGE
)
CONVERSATIONS = (
    """
query Conversations($account: ID!) {
  conversations(filter: { accountId: $account }, first: 5, orderBy: { field: CREATED_AT, direction: ASC }) {
    nodes { ...Conversation turns(first: 20) { nodes { id messages { id direction } } } }
  }
}
"""
    + CONVERSATION
)
CUSTOMERS = """
query Customers($account: ID!) {
  customers(filter: { accountId: $account }, first: 100) {
    nodes { id lid language optedOutAt profileName }
  }
}
"""
PAYMENT_METHODS = """
query PaymentMethods {
  paymentMethods(filter: { isActive: true }, first: 100, orderBy: { field: POSITION }) {
    nodes { id label accountNumber payeeName currency }
  }
}
"""
CATALOG = """
query Catalog {
  services(filter: { isActive: true }, first: 100, orderBy: { field: POSITION }) {
    nodes { id name packages(isActive: true) { id name price { amount currency } } }
  }
}
"""
# Of those who keep the catalogue: what is not on sale too, in its order.
ALL_SERVICES = """
query AllServices {
  services(first: 100, orderBy: { field: POSITION }) { nodes { id name isActive packages { id name } } }
}
"""
REORDER_SERVICES = """
mutation Reorder($input: ServiceReorderInput!) {
  serviceReorder(input: $input) { ... on ServiceReorderPayload { services { id name } } ... on Error { code message } }
}
"""
DELETE_SERVICE = """
mutation Delete($input: ServiceDeleteInput!) {
  serviceDelete(input: $input) {
    ... on ServiceDeletePayload { deletedId }
    ... on DeletionNeedsConfirmationError { code packageCount openDraftCount orderCount }
    ... on Error { code message }
  }
}
"""
