"""The answer for an address of ours that names nothing: 404, never kept, so that it can exist after a deployment."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse

MESSAGE = "Cette adresse n’existe pas ou n’existe plus\u00a0: rechargez la page."


def not_found(request: Request) -> PlainTextResponse:
    return PlainTextResponse(MESSAGE, 404, headers={"Cache-Control": "no-store"})
