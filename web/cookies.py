"""The cookies of a signed-in browser, and whether a request that carries them comes from our own pages."""

from datetime import datetime

from starlette.requests import HTTPConnection
from starlette.responses import Response

from core import clock
from core.auth import SignedIn
from core.tokens import Tokens
from web.settings import Environment

CSRF_HEADER = "x-parley-csrf"
GRAPHQL_PATH = "/graphql"


class Cookies:
    """Their names and how they are set. Over https their names say so, and a browser then takes them no other way."""

    def __init__(self, environment: Environment) -> None:
        self._is_secure = environment.is_https
        self._public_url = environment.public_url
        host, secure = ("__Host-", "__Secure-") if self._is_secure else ("", "")
        self.access = f"{host}parley-access"
        self.refresh = f"{secure}parley-refresh"  # has a path of its own, which a __Host- cookie may not have
        self.csrf = f"{host}parley-csrf"

    def are_sent_by(self, connection: HTTPConnection) -> bool:
        return self.access in connection.cookies or self.refresh in connection.cookies

    def come_from_our_pages(self, connection: HTTPConnection) -> bool:
        """By what browsers send and pages cannot forge; a request that tells neither is not believed."""
        site = connection.headers.get("sec-fetch-site")
        if site is not None:
            return site in {"same-origin", "none"}
        return self.come_with_our_origin(connection)

    def come_with_our_origin(self, connection: HTTPConnection) -> bool:
        """Whether the page stands at our address, or at the one asked for: a proxy may have ended the https."""
        origin = connection.headers.get("origin", "")
        host = connection.headers.get("host", "").lower()
        return origin == self._public_url or (host != "" and origin in {f"http://{host}", f"https://{host}"})

    def set(self, response: Response, signed_in: SignedIn) -> None:
        lasts = signed_in.session.expires_at
        self._set(response, self.access, signed_in.access_token, signed_in.access_expires_at)
        self._set(response, self.refresh, signed_in.refresh_token, lasts, path=GRAPHQL_PATH)
        self._set(response, self.csrf, signed_in.csrf_token, lasts, is_readable=True)

    def clear(self, response: Response) -> None:
        gone = datetime.fromtimestamp(0, clock.now().tzinfo)
        self._set(response, self.access, "", gone)
        self._set(response, self.refresh, "", gone, path=GRAPHQL_PATH)
        self._set(response, self.csrf, "", gone, is_readable=True)

    def _set(
        self,
        response: Response,
        name: str,
        value: str,
        expires_at: datetime,
        *,
        path: str = "/",
        is_readable: bool = False,
    ) -> None:
        response.set_cookie(
            name,
            value,
            max_age=max(0, int((expires_at - clock.now()).total_seconds())),
            path=path,
            secure=self._is_secure,
            httponly=not is_readable,
            samesite="lax",
        )


class BrowserCookies:
    """What graph/context.py asks of a browser's cookies, for one request and its answer."""

    are_kept = True

    def __init__(self, cookies: Cookies, tokens: Tokens, request: HTTPConnection, response: Response) -> None:
        self._cookies = cookies
        self._tokens = tokens
        self._request = request
        self._response = response

    @property
    def refresh_token(self) -> str | None:
        """Only for a POST of our own pages that knows the session's CSRF token."""
        token = self._request.cookies.get(self._cookies.refresh)
        if token is None or not self._cookies.come_from_our_pages(self._request):
            return None
        claims = self._tokens.read_refresh(token)
        session_id = self._tokens.read_csrf(self._request.headers.get(CSRF_HEADER, ""))
        return token if claims is not None and claims.session_id == session_id else None

    def set(self, signed_in: SignedIn) -> None:
        self._cookies.set(self._response, signed_in)

    def clear(self) -> None:
        self._cookies.clear(self._response)


class NoCookies:
    """A socket's: it was opened before, and its answers set nothing."""

    are_kept = False
    refresh_token: str | None = None

    def set(self, signed_in: SignedIn) -> None:
        raise TypeError(f"a socket cannot keep the cookies of session {signed_in.session.id}")

    def clear(self) -> None:
        """There are none."""
