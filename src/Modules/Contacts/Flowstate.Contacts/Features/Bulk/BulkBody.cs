using Flowstate.Contacts.Bulk;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Features.Contacts;
using Flowstate.Shared.Slices;
using FluentValidation;

namespace Flowstate.Contacts.Features.Bulk;

/// <summary>
/// What is done, and to whom: to <c>ids</c>, or to all of an <c>audience</c> but those of <c>except</c>. At most 1,000 ids in
/// either; which of the others are there follows from the action.
/// </summary>
internal abstract record BulkBody
{
    /// <summary>tag, untag, assign, move or delete.</summary>
    public string Action { get; init; } = "";

    /// <summary>To tag with, or to take away.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The member who is given them.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Where to move: a code, a label of the workspace or one of any vocabulary.</summary>
    public string? To { get; init; }

    /// <summary>Through closed gates; wants a reason.</summary>
    public bool Force { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<Guid>? Ids { get; init; }

    public BulkAudience? Audience { get; init; }

    public IReadOnlyList<Guid>? Except { get; init; }

    public IReadOnlyList<string> TidyTags() =>
        [.. (Tags ?? []).Select(tag => tag.Trim()).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal)];
}

/// <summary>What the list takes; with none of it, everybody.</summary>
internal sealed record BulkAudience(string? Search, string? Stage, int? Warmth, string? Tag, string? Filter)
    : IAudienceRequest;

internal class BulkBodyValidator<TBody> : AbstractValidator<TBody>
    where TBody : BulkBody
{
    private const int MostIds = 1000;

    public BulkBodyValidator()
    {
        RuleFor(body => body.Action).NotEmpty().WithMessage("Say what to do.").OneOf(Code.All<BulkAction>());
        RuleFor(body => body.Ids)
            .Must((body, ids) => (ids is null) != (body.Audience is null))
            .WithMessage("Name either ids or an audience.")
            .Must(ids => ids is null or { Count: > 0 and <= MostIds })
            .WithMessage($"Name 1 to {MostIds} contacts.");
        RuleFor(body => body.Except)
            .Must((body, except) => except is null || (body.Audience is not null && except.Count <= MostIds))
            .WithMessage($"Leave out at most {MostIds} contacts of an audience.");
        RuleFor(body => body.Audience!)
            .SetValidator(new AudienceValidator<BulkAudience>())
            .When(body => body.Audience is not null);
        RuleFor(body => body.Tags)
            .Must(tags => tags is null || tags.Count <= ContactLimits.Tags)
            .WithMessage($"At most {ContactLimits.Tags} tags.");
        RuleForEach(body => body.Tags)
            .NotNull()
            .WithMessage("A tag is a word.")
            .Text(ContactLimits.Tag)
            .When(body => body.Tags is { Count: <= ContactLimits.Tags });
        RuleFor(body => body.Tags)
            .Must(tags => tags?.Any(tag => !string.IsNullOrWhiteSpace(tag)) == true)
            .WithMessage("Name a tag.")
            .When(body => body.Action is "tag" or "untag");
        RuleFor(body => body.OwnerId).NotNull().WithMessage("Say who.").When(body => body.Action == "assign");
        RuleFor(body => body.To).NotEmpty().WithMessage("Say where to.").When(body => body.Action == "move");
        RuleFor(body => body.To).Text(100);
        RuleFor(body => body.Reason).Text(ContactLimits.Text);
    }
}
