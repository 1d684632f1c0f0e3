using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Team;

/// <summary>
/// Who brought whom. Owners and admins see the whole tree, everybody else themselves and their downline.
/// </summary>
internal static class GetTeam
{
    internal sealed record Request : IRequest<Result<IReadOnlyList<Response>>>;

    /// <summary>A line of the tree, read downward: a member stands under their sponsor, one deeper.</summary>
    /// <param name="Direct">Whom this member brought.</param>
    /// <param name="Downline">Those, and whom they brought, and so on.</param>
    internal sealed record Response(
        Guid Id,
        string Name,
        string Role,
        string Status,
        Guid? SponsorId,
        int Depth,
        int Direct,
        int Downline
    );

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/team",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(GetTeam))
                .Answers<IReadOnlyList<Response>>()
                .RequirePermission(IdentityModule.Read);
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user)
        : IRequestHandler<Request, Result<IReadOnlyList<Response>>>
    {
        public async Task<Result<IReadOnlyList<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            var members = await db
                .Members.AsNoTracking()
                .OrderBy(member => member.JoinedAt)
                .ThenBy(member => member.Id)
                .ToListAsync(cancellationToken);
            var brought = members.ToLookup(member => member.SponsorId);
            var tops = user.SeesWholeWorkspace ? brought[null] : members.Where(member => member.Id == user.MemberId);
            return Lines(tops, brought);
        }

        // With a stack of its own: a downline may be deeper than the thread's.
        private static List<Response> Lines(IEnumerable<Member> tops, ILookup<Guid?, Member> brought)
        {
            List<Response> lines = [];
            Stack<(Member Member, int Depth)> waiting = new(tops.Reverse().Select(top => (top, 0)));
            while (waiting.TryPop(out var next))
            {
                var (member, depth) = next;
                var direct = brought[member.Id].ToList();
                lines.Add(
                    new Response(
                        member.Id,
                        member.Name,
                        member.Role,
                        member.Status,
                        member.SponsorId,
                        depth,
                        direct.Count,
                        0
                    )
                );
                for (var index = direct.Count - 1; index >= 0; index--)
                {
                    waiting.Push((direct[index], depth + 1));
                }
            }

            return Counted(lines);
        }

        // From the last line up: what stands below a line was counted before it, up to the next line not deeper.
        private static List<Response> Counted(List<Response> lines)
        {
            var below = new Dictionary<Guid, int>(lines.Count);
            for (var index = lines.Count - 1; index >= 0; index--)
            {
                var line = lines[index];
                lines[index] = line with { Downline = below.GetValueOrDefault(line.Id) };
                if (line is { Depth: > 0, SponsorId: { } sponsor })
                {
                    below[sponsor] = below.GetValueOrDefault(sponsor) + lines[index].Downline + 1;
                }
            }

            return lines;
        }
    }
}
