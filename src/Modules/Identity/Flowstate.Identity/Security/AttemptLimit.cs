using System.Threading.RateLimiting;
using Flowstate.Identity.Domain;
using Flowstate.Shared.Limits;
using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Flowstate.Identity.Security;

/// <summary>A request that tries an address's password.</summary>
internal interface IAttempt
{
    string? Email { get; }
}

/// <summary>
/// Guessing is slowed per remote address and mail address, and trying many mail addresses per remote address, over all
/// hosts. It is an endpoint filter, since the mail address is known only once the body was read.
/// </summary>
internal sealed class AttemptLimit(IOptions<SignInOptions> options, RateLimits limits) : IEndpointFilter, IDisposable
{
    // A password costs a quarter of a second of one core: nobody may fill the line before it.
    private static readonly ConcurrencyLimiterOptions AtOnce = new() { PermitLimit = 2, QueueLimit = 10 };

    public static readonly Error TooMany = new(
        ErrorKind.TooManyRequests,
        "identity.too-many-attempts",
        "Too many attempts. Wait a minute and try again."
    );

    private readonly PartitionedRateLimiter<string> _line = PartitionedRateLimiter.Create<string, string>(remote =>
        RateLimitPartition.GetConcurrencyLimiter(remote, _ => AtOnce)
    );

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        // Filters also run for a body that could not be read; then there is nothing to try, and next answers 400.
        if (context.Arguments.OfType<IAttempt>().SingleOrDefault() is not { } attempt)
        {
            return await next(context);
        }

        var http = context.HttpContext;
        var (remote, most) = (RemoteAddress.Of(http), options.Value.AttemptsPerMinute);
        var verdict = await limits.Take(
            new Limit("attempt", Hash($"{remote} {EmailAddress.Normalise(attempt.Email ?? "")}"), most, Window),
            new Limit("attempts", Hash(remote), most * 10, Window)
        );
        using var lease = verdict.Allowed ? await _line.AcquireAsync(remote, 1, http.RequestAborted) : null;
        if (lease is { IsAcquired: true })
        {
            return await next(context);
        }

        // The sliding window may free the next try a few seconds later than the minute that people are told.
        http.Tell(verdict with { Allowed = false, Reset = verdict.Reset < Window ? verdict.Reset : Window });
        return Problems.From(TooMany);
    }

    public void Dispose() => _line.Dispose();

    private static TimeSpan Window => LimitOptions.Window;

    /// <summary>Under which somebody is counted: what was typed may be long, and is a person's address.</summary>
    public static string Hash(string who) => Convert.ToHexStringLower(Secret.HashOf(who));
}

internal static class AttemptLimitExtensions
{
    public static RouteHandlerBuilder LimitAttempts(this RouteHandlerBuilder route) =>
        route.AddEndpointFilter(
            (context, next) =>
                context.HttpContext.RequestServices.GetRequiredService<AttemptLimit>().InvokeAsync(context, next)
        );
}
