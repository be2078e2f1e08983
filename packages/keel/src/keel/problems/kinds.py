"""The failures every backend knows, one class for each status."""

from collections.abc import Mapping

from keel.problems.problem import Problem


class BadRequest(Problem):
    """The request as a whole makes no sense."""

    status = 400
    title = "Bad Request"
    detail = "The request cannot be understood."


class Unauthorized(Problem):
    """It is not known who asks."""

    status = 401
    title = "Unauthorized"
    detail = "Sign in first, and send the access token as `Authorization: Bearer …`."
    headers: Mapping[str, str] = {"WWW-Authenticate": "Bearer"}


class Forbidden(Problem):
    """It is known who asks, and they may not."""

    status = 403
    title = "Forbidden"
    detail = "Your account may not do this."


class NotFound(Problem):
    """Nothing is here, or nothing that the caller may see."""

    status = 404
    title = "Not Found"
    detail = "Nothing is here."


class MethodNotAllowed(Problem):
    """The address is right, the method is not; `Allow` names those that are."""

    status = 405
    title = "Method Not Allowed"
    detail = "This address does not answer that method; `Allow` names those it does."


class RequestTimeout(Problem):
    """The request takes too long to arrive."""

    status = 408
    title = "Request Timeout"
    detail = "The request came too slowly."
    headers: Mapping[str, str] = {"Connection": "close"}


class Conflict(Problem):
    """What is stored already stands against it."""

    status = 409
    title = "Conflict"
    detail = "The request conflicts with what is stored."


class PayloadTooLarge(Problem):
    """The body is longer than this backend reads."""

    status = 413
    title = "Content Too Large"
    detail = "The body is too large."


class UnsupportedMediaType(Problem):
    """The body is of a kind that the operation does not read."""

    status = 415
    title = "Unsupported Media Type"
    detail = "The body is not of a type that this operation reads."


class RangeNotSatisfiable(Problem):
    """The part that is asked for begins behind the end; `Content-Range` says where that is."""

    status = 416
    title = "Range Not Satisfiable"
    detail = "The part that `Range` asks for is not there."


class Invalid(Problem):
    """Values of the request are not what they should be; `errors` names each."""

    status = 422
    title = "Unprocessable Content"
    detail = "Values of the request are not valid; `errors` names them."


class TooManyRequests(Problem):
    """The caller asks more often than they may; give `Retry-After` in `headers`."""

    status = 429
    title = "Too Many Requests"
    detail = "Too many requests; wait before the next one."


class HeadersTooLarge(Problem):
    """The headers are more, or longer, than this backend reads."""

    status = 431
    title = "Request Header Fields Too Large"
    detail = "The headers are too many or too long."


class InternalError(Problem):
    """A fault of the backend; its log has the cause under the request's id."""

    detail = "The backend failed. Its log has the cause under this request's id."


class Unwritten(Problem):
    """The operation is promised, and its logic is not written yet."""

    status = 501
    title = "Not Implemented"
    detail = "This is not written yet."


class Unavailable(Problem):
    """What the backend rests on does not answer."""

    status = 503
    title = "Service Unavailable"
    detail = "The backend cannot answer right now; try again in a moment."
    headers: Mapping[str, str] = {"Retry-After": "1"}


class InsufficientStorage(Problem):
    """There is no room for what was sent. Source: RFC 4918 section 11.5."""

    status = 507
    title = "Insufficient Storage"
    detail = "There is no room for this right now."


BY_STATUS = {kind.status: kind for kind in Problem.__subclasses__()}
