using System.Text.Json.Serialization;
using Flowstate.Identity.Features.Profile;

namespace Flowstate.Identity.Features.Sessions;

/// <summary>What a right password gets: a session, or, where the person has a second factor, the question for it.</summary>
[JsonDerivedType(typeof(SignedIn))]
[JsonDerivedType(typeof(SecondFactorAsked))]
internal abstract record SignInAnswer;

/// <summary>What a browser gets when it is signed in. The refresh token goes beside it, in a cookie.</summary>
/// <param name="AccessToken">For <c>Authorization: Bearer</c>.</param>
internal sealed record SignedIn(string AccessToken, int ExpiresInSeconds, Me Me) : SignInAnswer;

/// <summary>No session yet.</summary>
internal sealed record SecondFactorAsked(PendingSignIn SecondFactor) : SignInAnswer;

/// <param name="Challenge">Goes to <c>/sign-in/second-factor</c>, with a code.</param>
/// <param name="Methods">
/// <c>totp</c>, <c>recovery-code</c> where one is left, and <c>passkey</c> where there is one, which signs in by itself.
/// </param>
internal sealed record PendingSignIn(string Challenge, string[] Methods, int ExpiresInSeconds);
