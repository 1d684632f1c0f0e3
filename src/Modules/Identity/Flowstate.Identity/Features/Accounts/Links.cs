using Flowstate.Shared.Slices;

namespace Flowstate.Identity.Features.Accounts;

/// <summary>What is said to whoever comes with a link that no longer opens anything, or never did.</summary>
internal static class Links
{
    public static readonly Error Spent = new(
        ErrorKind.Unprocessable,
        "identity.link-spent",
        "This link was used already, or is too old. Ask for a new one."
    );
}
