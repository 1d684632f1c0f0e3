using System.Security.Cryptography;
using Flowstate.Identity.Domain;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Secrets;
using Microsoft.AspNetCore.Http;

namespace Flowstate.Identity.Security;

/// <summary>
/// A browser in which somebody once signed in keeps a cookie that says so for their address. It opens nothing; its wrong
/// passwords are counted apart from everybody's, so that strangers who guess do not keep the owner waiting there. It is bound
/// to the password too: once that is another, whoever took the cookie has nothing.
/// </summary>
internal sealed class KnownDevice(IHttpContextAccessor accessor, SealedValues values)
{
    private const string Purpose = "identity.known-device";
    private const int Length = 16;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);
    private static readonly SecretCookie Cookie = new("flowstate_device", "/api/v1/identity");

    /// <summary>What tells this device from others; null where this address has not signed in with this password.</summary>
    /// <param name="passwordHash">Null where nobody has the address: no cookie says so, for the same work.</param>
    public byte[]? Of(string email, string? passwordHash)
    {
        if (accessor.HttpContext is not { } http || Cookie.Read(http) is not { } presented)
        {
            return null;
        }

        try
        {
            return values.Open(Purpose, OwnerOf(email, passwordHash), presented);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>After a finished sign-in, and not before: otherwise whoever guesses could be as many devices as they like.</summary>
    public void Remember(User user)
    {
        if (Of(user.Email, user.PasswordHash) is null)
        {
            var device = RandomNumberGenerator.GetBytes(Length);
            var sealedFor = OwnerOf(user.Email, user.PasswordHash);
            Cookie.Write(accessor.HttpContext!, values.Seal(Purpose, sealedFor, device), Lifetime);
        }
    }

    // Authenticated with the value and not part of it, so the cookie tells nothing of the hash.
    private static string OwnerOf(string email, string? passwordHash) => $"{email} {passwordHash}";
}
