// What proves that a request is a page's own: a cookie that pages may read, told again in a header.

export const CSRF_HEADER = "x-parley-csrf";
const CSRF_COOKIE = /(?:^|;\s*)(?:__Host-)?parley-csrf=([^;]+)/;

/** Empty when nobody is signed in here. */
export function csrfToken(): string {
  return CSRF_COOKIE.exec(document.cookie)?.[1] ?? "";
}
