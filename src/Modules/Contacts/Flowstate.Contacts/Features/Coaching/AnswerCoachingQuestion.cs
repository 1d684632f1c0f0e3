using System.Text.Json.Serialization;
using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Coaching;

/// <summary>
/// Keeps the member's answer to a question of today or, for whoever writes past midnight, of the day before; answered
/// again, the last one stays. 404 <c>contacts.not-asked</c> for what that day does not ask.
/// </summary>
internal static class AnswerCoachingQuestion
{
    private static readonly Error NotAsked = new(
        ErrorKind.NotFound,
        "contacts.not-asked",
        "That day does not ask this question, or it is over."
    );

    internal sealed record Request(string Text) : IRequest<Result<AskedQuestion>>
    {
        [JsonIgnore]
        public DateOnly Date { get; init; }

        [JsonIgnore]
        public string Question { get; init; } = "";
    }

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() =>
            RuleFor(request => request.Text)
                .NotEmpty()
                .WithMessage("Write your answer first.")
                .Text(CoachingAnswer.Longest);
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPut(
                    "/coaching/{date}/{question}",
                    async (DateOnly date, string question, Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request with { Date = date, Question = question }, ct)).ToHttp()
                )
                .WithName(nameof(AnswerCoachingQuestion))
                .Answers<AskedQuestion>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<AskedQuestion>>
    {
        public async Task<Result<AskedQuestion>> Handle(Request request, CancellationToken cancellationToken)
        {
            var now = clock.Moment();
            var today = await db.Today(now, cancellationToken);
            if (
                request.Date > today
                || request.Date < today.AddDays(-1)
                || !CoachingQuestions.Of(request.Date).Contains(request.Question)
            )
            {
                return NotAsked;
            }

            var text = request.Text.Trim();
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into contacts.coaching_answers (workspace_id, member_id, date, question, text, answered_at)
                values ({user.WorkspaceId}, {user.MemberId}, {request.Date}, {request.Question}, {text}, {now})
                on conflict (workspace_id, member_id, date, question)
                  do update set text = excluded.text, answered_at = excluded.answered_at
                """,
                cancellationToken
            );
            return new AskedQuestion(request.Question, text);
        }
    }
}
