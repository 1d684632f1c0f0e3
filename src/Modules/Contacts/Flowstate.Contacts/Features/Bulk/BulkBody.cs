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
internal abstract record BulkBody : IChosenRequest
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

internal class BulkBodyValidator<TBody> : ChosenValidator<TBody>
    where TBody : BulkBody
{
    public BulkBodyValidator()
    {
        RuleFor(body => body.Action).NotEmpty().WithMessage("Say what to do.").OneOf(Code.All<BulkAction>());
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
