using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Coaching;

/// <summary>Today's questions to the member, by the member's own calendar, with what they answered so far.</summary>
internal static class GetCoachingDay
{
    internal sealed record Request : IRequest<Result<Response>>;

    internal sealed record Response(DateOnly Date, IReadOnlyList<AskedQuestion> Questions);

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/coaching",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(GetCoachingDay))
                .Answers<Response>()
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            var today = await db.Today(clock.Moment(), cancellationToken);
            var answers = await db
                .CoachingAnswers.AsNoTracking()
                .Where(answer => answer.MemberId == user.MemberId && answer.Date == today)
                .ToDictionaryAsync(answer => answer.Question, answer => answer.Text, cancellationToken);
            return new Response(
                today,
                [
                    .. CoachingQuestions
                        .Of(today)
                        .Select(question => new AskedQuestion(question, answers.GetValueOrDefault(question))),
                ]
            );
        }
    }
}
