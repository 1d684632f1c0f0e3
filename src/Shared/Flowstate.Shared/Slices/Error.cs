namespace Flowstate.Shared.Slices;

/// <summary>What kind of failure it is; each kind is one HTTP status.</summary>
public enum ErrorKind
{
    Invalid = 400,
    Unauthenticated = 401,
    Forbidden = 403,
    NotFound = 404,
    Conflict = 409,
    Stale = 412,
    TooLarge = 413,
    Unprocessable = 422,
    VersionRequired = 428,
    TooManyRequests = 429,
}

/// <summary>
/// A failure the caller can act on. <paramref name="Code"/> is stable (<c>contacts.email-taken</c>),
/// <paramref name="Message"/> is a sentence fit to be shown. <see cref="Fields"/> names the offending fields,
/// <see cref="Extra"/> adds members to the problem document (what is missing, the current version, …).
/// </summary>
public sealed record Error(ErrorKind Kind, string Code, string Message)
{
    public IReadOnlyDictionary<string, string[]>? Fields { get; init; }

    public IReadOnlyDictionary<string, object?>? Extra { get; init; }

    public Error With(string name, object? value) =>
        this with
        {
            Extra = new Dictionary<string, object?>(Extra ?? new Dictionary<string, object?>(), StringComparer.Ordinal)
            {
                [name] = value,
            },
        };
}
