"""Who asks: by a bearer token, or by the cookies of a page of ours; never by both."""

from starlette.requests import HTTPConnection

from core.auth import ANONYMOUS, Auth, Caller
from core.errors import ForbiddenError, InvalidInputError, UnauthenticatedError
from core.integrations import KEY_START, ApiKeys
from web.cookies import CSRF_HEADER, Cookies


class Callers:
    def __init__(self, auth: Auth, api_keys: ApiKeys, cookies: Cookies) -> None:
        self._auth = auth
        self._api_keys = api_keys
        self._cookies = cookies

    async def of_request(self, request: HTTPConnection) -> Caller:
        """Raises UnauthenticatedError for a bad bearer, ForbiddenError for cookies that somebody else's page sends.

        Cookies whose time is over make an anonymous caller: whoever may not ask is told so by the field.
        """
        authorization = request.headers.get("authorization")
        if authorization is not None:
            if self._cookies.are_sent_by(request):
                raise InvalidInputError("Send an Authorization header or cookies, not both.")
            return await self.of_bearer(authorization)
        # A link from elsewhere brings cookies with its GET; only a POST of ours may use them.
        if request.scope["method"] != "POST" or not self._cookies.are_sent_by(request):
            return ANONYMOUS
        if not self._cookies.come_from_our_pages(request):
            raise ForbiddenError("This browser is signed in, but the request comes from another site.")
        caller = await self._of_access_cookie(request)
        if caller is not ANONYMOUS:
            csrf_session = self._auth.tokens.read_csrf(request.headers.get(CSRF_HEADER, ""))
            if csrf_session != caller.session_id:
                raise ForbiddenError(f"The header {CSRF_HEADER} with the CSRF token of this session is missing.")
        return caller

    async def of_handshake(self, socket: HTTPConnection) -> Caller:
        """By cookies, of a page of ours that says its Origin, as every browser does."""
        return await self._of_access_cookie(socket) if self._cookies.come_with_our_origin(socket) else ANONYMOUS

    async def of_bearer(self, authorization: str) -> Caller:
        """Raises UnauthenticatedError. A key of a program or a person's access token."""
        scheme, _, token = authorization.partition(" ")
        token = token.strip()
        if scheme.lower() != "bearer" or not token:
            raise UnauthenticatedError("Give the key as “Bearer KEY”.")
        if token.startswith(KEY_START):
            return await self._api_keys.caller(token)
        return await self._auth.caller_from_access_token(token)

    async def _of_access_cookie(self, connection: HTTPConnection) -> Caller:
        token = connection.cookies.get(self._cookies.access)
        if token is None:
            return ANONYMOUS
        try:
            return await self._auth.caller_from_access_token(token)
        except UnauthenticatedError:
            return ANONYMOUS
