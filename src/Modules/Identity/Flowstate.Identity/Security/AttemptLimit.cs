using System.Globalization;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Flowstate.Identity.Domain;
using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Flowstate.Identity.Security;

/// <summary>A request that tries an address's password.</summary>
internal interface IAttempt
{
    string? Email { get; }
}

/// <summary>
/// Guessing is slowed per remote address and mail address, and trying many mail addresses per remote address. It is an
/// endpoint filter, since the mail address is known only once the body was read.
/// </summary>
internal sealed class AttemptLimit(IOptions<SignInOptions> options) : IEndpointFilter, IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    // A password costs a quarter of a second of one core: nobody may fill the line before it.
    private static readonly ConcurrencyLimiterOptions AtOnce = new() { PermitLimit = 2, QueueLimit = 10 };

    private static readonly Error TooMany = new(
        ErrorKind.TooManyRequests,
        "identity.too-many-attempts",
        "Too many attempts. Wait a minute and try again."
    );

    private readonly PartitionedRateLimiter<(string Remote, string Email)> _limit =
        PartitionedRateLimiter.CreateChained(
            Limiter(who => $"{who.Remote} {who.Email}", options.Value.AttemptsPerMinute),
            Limiter(who => who.Remote, options.Value.AttemptsPerMinute * 10),
            PartitionedRateLimiter.Create<(string Remote, string Email), string>(who =>
                RateLimitPartition.GetConcurrencyLimiter(who.Remote, _ => AtOnce)
            )
        );

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        // Filters also run for a body that could not be read; then there is nothing to try, and next answers 400.
        if (context.Arguments.OfType<IAttempt>().SingleOrDefault() is not { } attempt)
        {
            return await next(context);
        }

        var http = context.HttpContext;
        var email = EmailAddress.Normalise(attempt.Email ?? "");
        using var lease = await _limit.AcquireAsync(
            (RemoteOf(http), email[..Math.Min(email.Length, EmailAddress.MaxLength)]),
            cancellationToken: http.RequestAborted
        );
        if (lease.IsAcquired)
        {
            return await next(context);
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        http.Response.Headers[HeaderNames.RetryAfter] = Math.Max(1, Math.Ceiling(wait.TotalSeconds))
            .ToString(CultureInfo.InvariantCulture);
        return Problems.From(TooMany);
    }

    public void Dispose() => _limit.Dispose();

    // Whoever has one IPv6 address has the 2^64 of its network.
    private static string RemoteOf(HttpContext http) =>
        http.Connection.RemoteIpAddress switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } six => Convert.ToHexStringLower(
                six.GetAddressBytes().AsSpan(0, 8)
            ),
            var four => four.ToString(),
        };

    private static PartitionedRateLimiter<(string Remote, string Email)> Limiter(
        Func<(string Remote, string Email), string> key,
        int permits
    ) =>
        PartitionedRateLimiter.Create<(string Remote, string Email), string>(who =>
            RateLimitPartition.GetFixedWindowLimiter(
                key(who),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window }
            )
        );
}

internal static class AttemptLimitExtensions
{
    public static RouteHandlerBuilder LimitAttempts(this RouteHandlerBuilder route) =>
        route.AddEndpointFilter(
            (context, next) =>
                context.HttpContext.RequestServices.GetRequiredService<AttemptLimit>().InvokeAsync(context, next)
        );
}
