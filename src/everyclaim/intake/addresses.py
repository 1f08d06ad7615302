"""Which internet addresses a link may lead to: public ones alone.

A report's link is written by strangers. It must not make this machine ask its own services, its neighbours, or a
cloud's metadata address for anything.
"""

import ipaddress
import socket
from collections.abc import Sequence

from everyclaim.errors import RefusedAddress, UnreachableLink

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


def resolve(host: str, port: int) -> Sequence[str]:
    """Ask the system for the addresses of a host name.

    Raises:
        UnreachableLink: the name is not known.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreachableLink(f"The host {host!r} is not known; check the link and the connection.") from error
    return [str(each[4][0]) for each in found]


def check_public(host: str, addresses: Sequence[str]) -> str:
    """Return the first of a host's addresses if all of them are public.

    Raises:
        RefusedAddress: one of them is private, local or reserved.
        UnreachableLink: there is none.
    """
    for each in addresses:
        if not is_public(each):
            raise RefusedAddress(
                f"The link leads to the private or local address {each} ({host}), which is not fetched."
            )
    if not addresses:
        raise UnreachableLink(f"The host {host!r} has no address; check the link.")
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether an address is of the public internet, also where it carries an IPv4 address inside."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo and parsed.teredo[1])
        if parsed in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved
