using Flowstate.Shared.Identity;
using Flowstate.Shared.Messaging;
using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Flowstate.Shared.Jobs;

/// <summary>
/// Lets an admin's browser open <c>/jobs</c>: the access token that came with this request goes into a cookie for that
/// path only, and ends when the token does.
/// </summary>
internal static class JobDashboardSession
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/v1/platform/jobs-session", Open)
            .WithName("OpenJobDashboard")
            .WithTags("platform")
            .Answers<Done>()
            .RequirePermission(DeadLetters.Permission);

    private static IResult Open(HttpContext context)
    {
        var token = context.Request.Headers[HeaderNames.Authorization].ToString()["Bearer ".Length..];
        TokenVerification.JobsCookie.Write(context, token, TimeSpan.FromMinutes(15));
        return ((Result<Done>)default(Done)).ToHttp();
    }
}
