/** Whether an address is one of a local world: one of `extraOrigins`, or a name below `localhost` at the same port. */
export function isLocal(url: URL, extraOrigins: readonly string[]): boolean {
  return extraOrigins.some((extra) => url.origin === extra || isLocalSubdomain(url, new URL(extra)));
}

function isLocalSubdomain(url: URL, extra: URL): boolean {
  return (
    extra.hostname === 'localhost' &&
    url.protocol === extra.protocol &&
    url.port === extra.port &&
    /^[a-z0-9-]+\.localhost$/.test(url.hostname)
  );
}
