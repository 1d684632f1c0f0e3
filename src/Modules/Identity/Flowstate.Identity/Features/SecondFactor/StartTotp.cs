using System.Drawing;
using Carter;
using Flowstate.Identity.Features.Workspaces;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using QRCoder;

namespace Flowstate.Identity.Features.SecondFactor;

/// <summary>Hands out a secret for an authenticator app. Until a code confirms it, it is asked of nobody.</summary>
internal static class StartTotp
{
    internal sealed record Request(string Password) : IRequest<Result<Response>>, IAnswersOnce, IAttempt
    {
        string? IAttempt.Email => null;
    }

    /// <param name="Secret">Base32, for typing.</param>
    /// <param name="Uri">What the picture says: <c>otpauth://…</c>.</param>
    /// <param name="QrCode">An SVG.</param>
    internal sealed record Response(string Secret, string Uri, string QrCode);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Password).TypedPassword();
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/me/totp",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(StartTotp))
                .Answers<Response>()
                // Whatever the role: a second factor is its person's.
                .RequireAuthorization()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .ProducesProblem(StatusCodes.Status429TooManyRequests)
                .LimitAttempts();
    }

    internal sealed class Handler(IdentityDbContext db, OwnPassword own, AuthenticatorSecrets secrets)
        : IRequestHandler<Request, Result<Response>>
    {
        private static readonly Error On = new(
            ErrorKind.Conflict,
            "identity.second-factor-on",
            "An authenticator app is set up already. Remove it first."
        );

        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            var known = await own.Check(request.Password, "password", cancellationToken);
            if (known.Error is { } refusal)
            {
                return refusal;
            }

            var user = known.Value;

            var secret = AuthenticatorSecrets.New();
            // One statement: a secret that another tab has just confirmed is not written over.
            var kept = await db.Database.ExecuteSqlAsync(
                $"""
                insert into identity.authenticators as known (id, secret, last_step) values ({user.Id}, {secrets.Seal(
                    user.Id,
                    secret
                )}, 0)
                on conflict (id) do update set secret = excluded.secret, last_step = 0 where known.confirmed_at is null
                """,
                cancellationToken
            );
            return kept == 1 ? Show(Base32Encoding.ToString(secret), user.Email) : On;
        }

        private static Response Show(string secret, string email)
        {
            var uri = new OtpUri(OtpType.Totp, secret, email, "Flowstate").ToString();
            using var picture = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
            using var svg = new SvgQRCode(picture);
            var side = picture.ModuleMatrix.Count;
            return new Response(
                secret,
                uri,
                svg.GetGraphic(
                    new Size(side, side),
                    "#000000",
                    "#ffffff",
                    drawQuietZones: true,
                    SvgQRCode.SizingMode.ViewBoxAttribute
                )
            );
        }
    }
}
