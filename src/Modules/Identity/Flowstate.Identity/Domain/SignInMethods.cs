namespace Flowstate.Identity.Domain;

/// <summary>How a session was opened, in the words of RFC 8176: the claim <c>amr</c>.</summary>
internal static class SignInMethods
{
    public static readonly string[] Password = ["pwd"];
    public static readonly string[] PasswordAndCode = ["pwd", "otp", "mfa"];
}
