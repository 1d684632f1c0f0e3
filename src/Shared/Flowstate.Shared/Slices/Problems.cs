using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Flowstate.Shared.Slices;

/// <summary>Failures as RFC 9457 problem documents, with a stable <c>code</c> and the <c>traceId</c>.</summary>
public static class Problems
{
    public static IResult From(Error error) => TypedResults.Problem(Describe(error));

    public static ProblemDetails Describe(Error error)
    {
        var status = (int)error.Kind;
        var problem = new ProblemDetails
        {
            Type = $"https://flowstate.dev/problems/{error.Code}",
            Title = ReasonPhrase(status),
            Status = status,
            Detail = error.Message,
        };
        problem.Extensions["code"] = error.Code;
        if (error.Fields is { } fields)
        {
            problem.Extensions["errors"] = fields;
        }

        foreach (var (name, value) in error.Extra ?? new Dictionary<string, object?>())
        {
            problem.Extensions[name] = value;
        }

        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString();
        return problem;
    }

    /// <summary>Gives every answer without a body (401, 404, 415, …) a document of the same shape.</summary>
    public static IServiceCollection AddFlowstateProblems(this IServiceCollection services) =>
        services
            .AddExceptionHandler<UnhandledToProblem>()
            .AddProblemDetails(options =>
                options.CustomizeProblemDetails = context =>
                {
                    var problem = context.ProblemDetails;
                    problem.Extensions.TryAdd("code", CodeOf(problem.Status));
                    problem.Extensions["traceId"] =
                        Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
                }
            );

    private static string CodeOf(int? status) =>
        status switch
        {
            400 => "bad-request",
            401 => "not-signed-in",
            403 => "forbidden",
            404 => "not-found",
            405 => "method-not-allowed",
            413 => "body-too-large",
            415 => "unsupported-media-type",
            429 => "too-many-requests",
            503 => "unavailable",
            _ => "unexpected",
        };

    private static string ReasonPhrase(int status) =>
        Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);

    private sealed class UnhandledToProblem(ILogger<UnhandledToProblem> log, IProblemDetailsService problems)
        : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
        {
            var (status, detail) = exception switch
            {
                BadHttpRequestException bad => (bad.StatusCode, "The request could not be read."),
                OperationCanceledException when context.RequestAborted.IsCancellationRequested => (499, "Cancelled."),
                PostgresException
                {
                    SqlState: PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire
                } => (400, "The text holds a character that cannot be stored."),
                NpgsqlException { IsTransient: true } => (
                    503,
                    "The database cannot be reached. Try again in a moment."
                ),
                _ => (500, "Something went wrong on our side. It has been recorded."),
            };
            if (status >= 500)
            {
                log.LogError(exception, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            }

            context.Response.StatusCode = status;
            return await problems.TryWriteAsync(
                new ProblemDetailsContext
                {
                    HttpContext = context,
                    ProblemDetails = new ProblemDetails { Status = status, Detail = detail },
                }
            );
        }
    }
}
