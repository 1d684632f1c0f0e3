using Carter;
using Flowstate.Notes.Domain;
using Flowstate.Notes.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Notes.Features;

internal static class WriteNote
{
    internal sealed record Request(string Text) : IRequest<Result<Response>>;

    internal sealed record Response(Guid Id);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Text).NotEmpty();
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(WriteNote))
                .RequirePermission(NotesModule.Write);
    }

    internal sealed class Handler(NotesDbContext db, TimeProvider clock) : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken ct)
        {
            var note = Note.Write(db.User.WorkspaceId, request.Text, clock.GetUtcNow());
            db.Add(note);
            await db.SaveChangesAsync(ct);
            return new Response(note.Id);
        }
    }
}
