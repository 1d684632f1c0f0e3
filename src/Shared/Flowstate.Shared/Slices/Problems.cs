using System.Diagnostics;
using Flowstate.Shared.Persistence;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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
            Type = TypeOf(error.Code),
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
                    var (code, detail) = Words(problem.Status);
                    if (problem.Extensions.TryAdd("code", code))
                    {
                        problem.Type = TypeOf(code);
                    }

                    problem.Detail ??= detail;
                    problem.Extensions["traceId"] =
                        Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
                }
            );

    // The statuses that the framework answers itself, before any slice was reached.
    private static (string Code, string Detail) Words(int? status) =>
        status switch
        {
            400 => ("bad-request", "The request could not be read."),
            401 => ("not-signed-in", "Sign in first."),
            403 => ("forbidden", "Your role does not allow this."),
            404 => ("not-found", "There is nothing here."),
            405 => ("method-not-allowed", "This address does not take that method."),
            413 => ("body-too-large", "The request is larger than this address takes."),
            415 => ("unsupported-media-type", "Send JSON: Content-Type: application/json."),
            429 => ("too-many-requests", "Too many requests. Wait a moment and try again."),
            503 => ("unavailable", "Flowstate cannot do this right now. Try again in a moment."),
            _ => ("unexpected", "Something went wrong on our side. It has been recorded."),
        };

    private static string TypeOf(string code) => $"https://flowstate.dev/problems/{code}";

    private static string ReasonPhrase(int status) =>
        Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);

    private sealed class UnhandledToProblem(ILogger<UnhandledToProblem> log, IProblemDetailsService problems)
        : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
        {
            var (status, detail) = exception switch
            {
                BadHttpRequestException bad => (bad.StatusCode, null),
                OperationCanceledException when context.RequestAborted.IsCancellationRequested => (499, null),
                _ when exception.IsUnstorableValue() => (
                    StatusCodes.Status400BadRequest,
                    "It holds a character or a number that cannot be stored."
                ),
                _ when exception.IsPassing() => (StatusCodes.Status503ServiceUnavailable, null),
                _ => (StatusCodes.Status500InternalServerError, (string?)null),
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
