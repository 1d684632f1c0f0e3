using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Imports;
using Flowstate.Shared.Slices;
using FluentValidation;

namespace Flowstate.Contacts.Features.Imports;

/// <summary>
/// How a file is to be taken, the same for checking and for importing; what is not said stays as it was. A column that the
/// mapping does not name keeps its field; <c>stage</c> is where new contacts start (at first lead), a code or a label of any
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
        var fields = new Dictionary<string, ContactField>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in Mapping ?? [])
        {
            fields[column.Column] = column.Read()!.Value;
        }

        var stage = Stage.Tidy() is { } text ? Vocabularies.Read(text)!.Value : import.Stage;
        import.Choose(fields, stage, Code.Read<WhenKnown>(Existing) ?? import.Existing);
    }
}

internal sealed record MappedColumn(string Column, string Field)
{
    public ContactField? Read() =>
        Code.Read<ContactField>(Field) is { } field && field != ContactField.Detail ? field : null;
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
            .WithMessage($"A field is one of: {string.Join(", ", ImportView.Offered.Select(Code.Of))}.")
            .When(request => request.Mapping is { Count: <= MostColumns });
    }
}
