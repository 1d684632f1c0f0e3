using System.Text.Encodings.Web;
using Flowstate.Shared.Limits;
using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Flowstate.Identity.Security;

/// <summary><c>Authorization: Bearer fsk_…</c>: the scheme of tokens hands on here what is a key.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    ApiKeyCheck check,
    KeyGuesses guesses
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "ApiKey";

    private const string Bearer = "Bearer ";

    private Error _refusal = ApiKeyCheck.Unknown;
    private Verdict _verdict;

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ApiKeyUses>();
        services.AddHostedService(provider => provider.GetRequiredService<ApiKeyUses>());
        services.AddSingleton<ApiKeyCheck>();
        services.AddSingleton<KeyGuesses>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(Name, null);
        services.Configure<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme,
            tokens => tokens.ForwardDefaultSelector = http => Presented(http.Request) is null ? null : Name
        );
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Presented(Request) is not { } presented)
        {
            return AuthenticateResult.NoResult();
        }

        var (isNew, remote) = (check.IsNew(presented), RemoteAddress.Of(Context));
        if (isNew && guesses.Look(remote) is { Allowed: false } stopped)
        {
            return TooMany(stopped);
        }

        var asked = await check.Ask(presented, Context.RequestAborted);
        if (isNew && asked.Error == ApiKeyCheck.Unknown && await guesses.Count(remote) is { Allowed: false } oneMore)
        {
            return TooMany(oneMore);
        }

        if (asked.Error is { } refusal)
        {
            // Not an answer yet: what is open to everybody stays open to whoever comes with an old key.
            _refusal = refusal;
            return AuthenticateResult.Fail(refusal.Message);
        }

        return AuthenticateResult.Success(new AuthenticationTicket(asked.Value, Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_refusal == AttemptLimit.TooMany)
        {
            Context.Tell(_verdict);
        }
        else
        {
            Response.Headers.WWWAuthenticate = "Bearer";
        }

        return Problems.From(_refusal).ExecuteAsync(Context);
    }

    private AuthenticateResult TooMany(Verdict verdict)
    {
        (_refusal, _verdict) = (AttemptLimit.TooMany, verdict);
        return AuthenticateResult.Fail(_refusal.Message);
    }

    private static string? Presented(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return
            header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && header.AsSpan(Bearer.Length).TrimStart().StartsWith(ApiKeySecret.Mark, StringComparison.Ordinal)
            ? header[Bearer.Length..].Trim()
            : null;
    }
}
