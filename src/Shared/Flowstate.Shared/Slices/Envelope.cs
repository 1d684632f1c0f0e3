using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Flowstate.Shared.Slices;

/// <summary>Every success: <c>{ "status": 200, "data": …, "meta": { "nextCursor": … } }</c>.</summary>
public sealed record Envelope<T>(int Status, T Data, Meta? Meta = null);

/// <summary>What a list says about itself. A null cursor means the last page.</summary>
public sealed record Meta(string? NextCursor);

public static class Envelope
{
    /// <summary>200 with the value, 204 for <see cref="Done"/>, or the problem.</summary>
    public static IResult ToHttp<T>(this Result<T> result) =>
        result.Error is { } error ? Problems.From(error)
        : typeof(T) == typeof(Done) ? TypedResults.NoContent()
        : TypedResults.Ok(new Envelope<T>(StatusCodes.Status200OK, result.Value));

    /// <summary>201 with a <c>Location</c>, or the problem.</summary>
    public static IResult ToCreated<T>(this Result<T> result, Func<T, string> location) =>
        result.Error is { } error
            ? Problems.From(error)
            : TypedResults.Created(location(result.Value), new Envelope<T>(StatusCodes.Status201Created, result.Value));

    /// <summary>202: the work goes on; poll the <c>Location</c>.</summary>
    public static IResult ToAccepted<T>(this Result<T> result, Func<T, string> location) =>
        result.Error is { } error
            ? Problems.From(error)
            : TypedResults.Accepted(
                location(result.Value),
                new Envelope<T>(StatusCodes.Status202Accepted, result.Value)
            );

    public static IResult ToHttp<T>(this Result<Page<T>> result) =>
        result.Error is { } error
            ? Problems.From(error)
            : TypedResults.Ok(
                new Envelope<IReadOnlyList<T>>(
                    StatusCodes.Status200OK,
                    result.Value.Items,
                    new Meta(result.Value.NextCursor)
                )
            );

    // Without an overload of its own the plain ToHttp would win: an optional argument loses to none.
    /// <summary>Like the others, with the version as a strong <c>ETag</c>.</summary>
    public static IResult ToHttp<T>(this Result<Versioned<T>> result) => result.ToHttp(location: null);

    /// <summary>The same; a location makes it a 201.</summary>
    public static IResult ToHttp<T>(this Result<Versioned<T>> result, Func<T, string>? location)
    {
        if (result.Error is { } error)
        {
            return Problems.From(error);
        }

        var (value, version) = result.Value;
        IResult inner = location is null
            ? TypedResults.Ok(new Envelope<T>(StatusCodes.Status200OK, value))
            : TypedResults.Created(location(value), new Envelope<T>(StatusCodes.Status201Created, value));
        return new WithETag(inner, version);
    }

    private sealed class WithETag(IResult inner, long version) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers[HeaderNames.ETag] = $"\"{version}\"";
            return inner.ExecuteAsync(httpContext);
        }
    }
}

/// <summary>Describes an answer to OpenAPI: what is sent is the envelope, not the bare value.</summary>
public static class EnvelopeMetadata
{
    public static RouteHandlerBuilder Answers<T>(
        this RouteHandlerBuilder route,
        int status = StatusCodes.Status200OK
    ) =>
        typeof(T) == typeof(Done)
            ? route.Produces(StatusCodes.Status204NoContent)
            : route.Produces<Envelope<T>>(status);
}
