using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Imports;
using Flowstate.Shared.Slices;
using FluentValidation;

namespace Flowstate.Contacts.Features.Imports;

/// <summary>
/// How a file is to be taken, the same for checking and for importing; what is not said stays as it was. A column that the
/// mapping does not name keeps its field, which is one of the import's <c>fields</c>, <c>fields.key</c> for one of the
/// workspace's own, or <c>newField</c> for one that is made when the import runs; <c>stage</c> is where new contacts start (at first lead), a code or a label of any
/// vocabulary; <c>existing</c> what happens to people who are there already: <c>fill</c> their blanks (at first),
/// <c>overwrite</c> what the file says otherwise, or <c>leave</c> them.
/// </summary>
internal abstract record ImportChoices
{
    public IReadOnlyList<MappedColumn>? Mapping { get; init; }

    public string? Stage { get; init; }

    public string? Existing { get; init; }

    public void Choose(Import import)
    {
        var fields = new Dictionary<string, ImportColumn>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in Mapping ?? [])
        {
            fields[column.Column] = column.Read()!;
        }

        var stage = Stage.Tidy() is { } text ? Vocabularies.Read(text)!.Value : import.Stage;
        import.Choose(fields, stage, Code.Read<WhenKnown>(Existing) ?? import.Existing);
    }
}

/// <param name="Field">A code of the import's <c>fields</c>, <c>fields.key</c>, or <c>newField</c>.</param>
/// <param name="New">What to make, where it is <c>newField</c>; options come from the file.</param>
internal sealed record MappedColumn(string Column, string Field, NewFieldBody? New = null)
{
    public const string Made = "newField";
    public const string Own = "fields.";

    /// <summary>Null where there is no such field.</summary>
    public ImportColumn? Read()
    {
        if (Field == Made)
        {
            return New?.Read() is { } field ? Taken(ContactField.Custom) with { New = field } : null;
        }

        if (Field?.StartsWith(Own, StringComparison.Ordinal) == true)
        {
            return Taken(ContactField.Custom) with { Key = Field[Own.Length..] };
        }

        return Code.Read<ContactField>(Field) is { } known && ImportView.Offered.Contains(known) ? Taken(known) : null;
    }

    private ImportColumn Taken(ContactField field) => new(Column, [], field);
}

internal sealed record NewFieldBody(string Label, string Kind)
{
    public NewField? Read() =>
        Code.Read<FieldKind>(Kind) is { } kind
        && Label.Tidy() is { Length: <= ContactLimits.Tag } label
        && !label.Contains('\0', StringComparison.Ordinal)
            ? new NewField(label, kind)
            : null;
}

internal abstract class ImportChoicesValidator<TChoices> : AbstractValidator<TChoices>
    where TChoices : ImportChoices
{
    private const int MostColumns = 1000;

    protected ImportChoicesValidator()
    {
        RuleFor(request => request.Stage)
            .Must(stage => stage.Tidy() is null || Vocabularies.Read(stage!) is not null)
            .WithMessage("There is no such stage.");
        RuleFor(request => request.Existing).OneOf(Code.All<WhenKnown>());
        RuleFor(request => request.Mapping)
            .Must(mapping => mapping is null || mapping.Count <= MostColumns)
            .WithMessage($"At most {MostColumns} columns.");
        RuleForEach(request => request.Mapping)
            .Must(column => column?.Column is not null && column.Read() is not null)
            .WithMessage(
                $"A field is one of: {string.Join(", ", ImportView.Offered.Select(Code.Of))}, fields.key or, with a label and a kind, newField."
            )
            .When(request => request.Mapping is { Count: <= MostColumns });
    }
}
