using FluentValidation;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>Whom somebody chose in the list: <c>ids</c>, or all of an <c>audience</c> but those of <c>except</c>.</summary>
internal interface IChosenRequest
{
    IReadOnlyList<Guid>? Ids { get; }

    BulkAudience? Audience { get; }

    IReadOnlyList<Guid>? Except { get; }
}

/// <summary>What the list takes; with none of it, everybody.</summary>
internal sealed record BulkAudience(string? Search, string? Stage, int? Warmth, string? Tag, string? Filter)
    : IAudienceRequest;

/// <summary>Either of the two, and at most 1,000 ids in it.</summary>
internal class ChosenValidator<TRequest> : AbstractValidator<TRequest>
    where TRequest : IChosenRequest
{
    private const int MostIds = 1000;

    public ChosenValidator()
    {
        RuleFor(request => request.Ids)
            .Must((request, ids) => (ids is null) != (request.Audience is null))
            .WithMessage("Name either ids or an audience.")
            .Must(ids => ids is null or { Count: > 0 and <= MostIds })
            .WithMessage($"Name 1 to {MostIds} contacts.");
        RuleFor(request => request.Except)
            .Must((request, except) => except is null || (request.Audience is not null && except.Count <= MostIds))
            .WithMessage($"Leave out at most {MostIds} contacts of an audience.");
        RuleFor(request => request.Audience!)
            .SetValidator(new AudienceValidator<BulkAudience>())
            .When(request => request.Audience is not null);
    }
}
