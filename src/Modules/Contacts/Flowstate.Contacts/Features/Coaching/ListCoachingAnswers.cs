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

/// <summary>The member's own answers, the newest day first; <c>before</c> a date goes on from there.</summary>
internal static class ListCoachingAnswers
{
    internal sealed record Request(DateOnly? Before, int? Days) : IRequest<Result<IReadOnlyList<Response>>>;

    internal sealed record Response(DateOnly Date, IReadOnlyList<AskedQuestion> Answers);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Days).InclusiveBetween(1, 100);
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/coaching/answers",
                    async ([AsParameters] Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(ListCoachingAnswers))
                .Answers<IReadOnlyList<Response>>()
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user)
        : IRequestHandler<Request, Result<IReadOnlyList<Response>>>
    {
        public async Task<Result<IReadOnlyList<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            var before = request.Before ?? DateOnly.MaxValue;
            // A day has as many answers as questions at most: so many rows hold the days that were asked for.
            var rows = await db
                .CoachingAnswers.AsNoTracking()
                .Where(answer => answer.MemberId == user.MemberId && answer.Date < before)
                .OrderByDescending(answer => answer.Date)
                .ThenBy(answer => answer.AnsweredAt)
                .Take((request.Days ?? 14) * CoachingQuestions.ADay)
                .ToListAsync(cancellationToken);
            return rows.GroupBy(answer => answer.Date)
                .Take(request.Days ?? 14)
                .Select(day => new Response(
                    day.Key,
                    [.. day.Select(answer => new AskedQuestion(answer.Question, answer.Text))]
                ))
                .ToList();
        }
    }
}
