using System.Text.Encodings.Web;
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
    ApiKeyCheck check
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "ApiKey";

    private const string Bearer = "Bearer ";

    private Error _refusal = ApiKeyCheck.Unknown;

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ApiKeyUses>();
        services.AddHostedService(provider => provider.GetRequiredService<ApiKeyUses>());
        services.AddSingleton<ApiKeyCheck>();
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

        var asked = await check.Ask(presented, Context.RequestAborted);
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
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.From(_refusal).ExecuteAsync(Context);
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
