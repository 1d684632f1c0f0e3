using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Imports;

/// <summary>
/// What kind of field would hold every cell of a column. Told all of them, so that none is refused later; a column that fits
/// nothing but text is no longer looked at after its first cells.
/// </summary>
internal sealed class GuessKind
{
    // Fewer say nothing about whether answers repeat.
    private const int FewestAnswers = 6;
    private const int MostOptions = 20;
    private const int Repeats = 2;

    private readonly HashSet<string> _options = new(StringComparer.OrdinalIgnoreCase);
    private bool _yesNo = true;
    private bool _number = true;
    private bool _day = true;
    private bool _link = true;
    private bool _choice = true;
    private int _told;

    public FieldKind Kind =>
        _told == 0 ? FieldKind.Text
        // A column of 1 and 0 alone may count something.
        : _yesNo && !_number ? FieldKind.YesNo
        : _number ? FieldKind.Number
        : _day ? FieldKind.Date
        : _link ? FieldKind.Url
        : _choice && _told >= FewestAnswers && _options.Count * Repeats <= _told ? FieldKind.Choice
        : FieldKind.Text;

    public void Tell(string cell)
    {
        if (!(_yesNo || _number || _day || _link || _choice))
        {
            return;
        }

        var text = CleanText.Line(cell);
        if (text.Length == 0)
        {
            return;
        }

        _told++;
        _yesNo = _yesNo && YesNoText.Of(text) is not null;
        _number = _number && IsCount(text);
        _day = _day && DayText.Of(text, country: null) is not null;
        _link =
            _link
            && (
                text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            )
            && Uri.IsWellFormedUriString(text, UriKind.Absolute);
        _choice =
            _choice && text.Length <= ContactLimits.Tag && (_options.Count < MostOptions || _options.Contains(text));
        if (_choice)
        {
            _options.Add(text);
        }
    }

    // What begins with a zero, or is longer than any count, is a code of its own: a postal code, a customer's number.
    private static bool IsCount(string text) =>
        NumberText.Of(text) is not null
        && !(text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]))
        && text.Length <= 15;
}
