using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Http;

namespace Flowstate.Identity.Features.Accounts;

/// <summary>All that is said to whoever asks about an address: whether anybody has it, only its mail tells.</summary>
internal sealed record MailSent(string Message)
{
    public static readonly MailSent Answer = new("Look into your mail.");
}

internal static class MailSentAnswer
{
    public static IResult ToAccepted(this Result<MailSent> result) =>
        result.Error is { } error
            ? Problems.From(error)
            : TypedResults.Accepted((string?)null, new Envelope<MailSent>(StatusCodes.Status202Accepted, result.Value));
}
