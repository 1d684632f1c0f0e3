namespace Flowstate.Identity.Domain;

/// <summary>One spelling per mail address, so that a person is found however they type it.</summary>
internal static class EmailAddress
{
    public const int MaxLength = 254;

    public static string Normalise(string text) => text.Trim().ToLowerInvariant();
}
