using System.Text.Json;
using System.Text.Json.Serialization;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Features.Contacts;
using Flowstate.Contacts.Filters;
using Flowstate.Shared.Slices;
using FluentValidation;

namespace Flowstate.Contacts.Features.Views;

/// <summary>What people write about a view: the same for a new one and for a changed one, where it replaces the whole.</summary>
internal abstract record ViewBody
{
    public const int MostColumns = 30;

    public string Name { get; init; } = "";

    public bool Shared { get; init; }

    /// <summary>The tree as <c>GET /contacts?filter=</c> takes it.</summary>
    public JsonElement? Filter { get; init; }

    /// <summary>As <c>GET /contacts?sort=</c> takes it; newest first where it is left out.</summary>
    public string? Sort { get; init; }

    /// <summary>Names of columns in their order; none are those that are always shown.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    [JsonIgnore]
    public string? FilterText => Filter is { ValueKind: not JsonValueKind.Null } filter ? filter.ReadableText() : null;

    public ViewDraft Draft() => new(Name.Trim(), Shared, FilterText, Sort ?? "-created", Columns ?? []);
}

internal class ViewBodyValidator<TBody> : AbstractValidator<TBody>
    where TBody : ViewBody
{
    protected ViewBodyValidator()
    {
        RuleFor(body => body.Name).NotEmpty().WithMessage("A view needs a name.").Text(ContactLimits.Tag);
        RuleFor(body => body.Sort).OneOf(ContactSort.Codes);
        RuleFor(body => body.Filter)
            .Must(filter => filter is not { } given || given.ReadableText() is not null)
            .WithMessage("The text is not UTF-8.");
        RuleFor(body => body.FilterText).Text(ReadFilter.LongestText).OverridePropertyName("filter");
        RuleFor(body => body.Columns)
            .Must(columns => columns is null || columns.Count <= ViewBody.MostColumns)
            .WithMessage($"At most {ViewBody.MostColumns} columns.");
        RuleForEach(body => body.Columns)
            .NotNull()
            .WithMessage("A column is named by a text.")
            .Text(ContactLimits.Tag)
            .When(body => body.Columns is { Count: <= ViewBody.MostColumns });
    }
}
