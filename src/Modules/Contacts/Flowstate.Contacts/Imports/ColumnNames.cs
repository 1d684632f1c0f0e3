using System.Text;

namespace Flowstate.Contacts.Imports;

/// <summary>What people and programs call their columns, in English, German, Norwegian, Spanish, Portuguese and French.</summary>
internal static class ColumnNames
{
    // Folded names: lower case, letters only, without marks ("E-mail 1 - Value" is "emailvalue").
    private static readonly Dictionary<ContactField, string> Names = new()
    {
        [ContactField.FirstName] =
            "firstname givenname forename first fornavn vorname nombres primernombre primeironome prenom",
        [ContactField.MiddleName] =
            "middlename middle additionalname mellomnavn zweitername segundonombre nomedomeio deuxiemeprenom",
        [ContactField.LastName] =
            "lastname surname familyname last etternavn nachname familienname apellido apellidos primerapellido "
            + "sobrenome apelido ultimonome nomdefamille",
        [ContactField.Name] =
            "name fullname displayname contactname contact formattedname fileas navn fulltnavn kontakt vollstandigername "
            + "nombre nombrecompleto nom nomcomplet nome nomecompleto",
        [ContactField.Organisation] =
            "organisation organization organizationname organisationname company companyname employer business account "
            + "firma firmanavn bedrift selskap arbeidsgiver unternehmen empresa compania organizacion organizacao "
            + "companhia entreprise societe",
        [ContactField.Title] =
            "title jobtitle position role occupation profession organizationtitle stilling stillingstittel tittel yrke "
            + "titel beruf jobbezeichnung funktion cargo puesto funcao poste fonction",
        [ContactField.Website] =
            "website websitevalue webpage web homepage url blog personalwebpage hjemmeside nettside nettsted webseite "
            + "sitioweb paginaweb site siteweb",
        [ContactField.Notes] =
            "notes note comments comment description remarks about bio notat notater merknad kommentar notiz notizen "
            + "bemerkung bemerkungen nota notas comentario comentarios observacoes observaciones remarques commentaires",
        [ContactField.Tags] =
            "tags tag labels label groupmembership groups group categories category etiketter stikkord gruppe grupper "
            + "gruppen kategori kategorier kategorie kategorien etiquetas categoria categorias grupos etiquettes groupes",
        [ContactField.Source] = "source leadsource kilde quelle fuente origen origem fonte origine provenance",
        [ContactField.Country] =
            "country countrycode countryregion addresscountry homecountry homecountryregion businesscountry "
            + "businesscountryregion mailingcountry land pais pays nation",
        [ContactField.Language] = "language lang sprak sprache idioma lingua langue",
        [ContactField.Warmth] = "warmth rating stars temperature heat interest varme warme calor temperatura chaleur",
        [ContactField.Stage] = "stage status pipelinestage leadstatus pipeline fase steg phase etapa etape statut",
        [ContactField.Instagram] = "instagram instagramhandle ig insta",
        [ContactField.Messenger] = "messenger facebook facebookmessenger fb facebookurl",
        [ContactField.Whatsapp] = "whatsapp whatsappnumber whatsappphone",
        [ContactField.Linkedin] = "linkedin linkedinurl linkedinprofile linkedinprofileurl",
        [ContactField.Address] =
            "address addressformatted fulladdress streetaddress mailingaddress homeaddress businessaddress otheraddress "
            + "adresse postadresse anschrift direccion endereco morada "
            + "street city town state region postalcode zip zipcode strasse plz ort stadt gate postnummer poststed calle "
            + "ciudad rua cidade rue ville codepostal",
        [ContactField.Birthday] =
            "birthday birthdate dateofbirth dob fodselsdato bursdag geburtstag geburtsdatum fechadenacimiento cumpleanos "
            + "datadenascimento aniversario datedenaissance anniversaire",
        [ContactField.Ignore] = "emailoptout phoneoptout connectedon",
    };

    private static readonly Dictionary<string, ContactField> Exact = Names
        .SelectMany(names => names.Value.Split(' ').Select(name => (Name: name, Field: names.Key)))
        .ToDictionary(pair => pair.Name, pair => pair.Field, StringComparer.Ordinal);

    private static readonly string[] MailWords = ["email", "epost", "correo", "courriel", "correio", "mailadress"];

    private static readonly string[] PhoneWords =
    [
        .. "phone telefon telephone telefone tlf mobil cell handy celular movil telemovel portable fax pager".Split(
            ' '
        ),
    ];

    // A column about a mail or number, not the thing itself.
    private static readonly string[] AsideWords =
    [
        .. "type label displayname phonetic yomi status optout consent verified opens clicks count template".Split(' '),
    ];

    private static readonly string[] AddressParts = [.. "street city state region postalcode".Split(' ')];

    /// <summary>The field a column of this name holds, or null if the name says nothing.</summary>
    public static ContactField? FieldOf(string header)
    {
        var name = Fold(header);
        if (name.Length is 0 or > 60)
        {
            return null;
        }
        if (Exact.TryGetValue(name, out var field))
        {
            return field;
        }
        if (AsideWords.Any(name.Contains))
        {
            return null;
        }
        return name == "mail" || name == "mails" || MailWords.Any(name.Contains) ? ContactField.Email
            : PhoneWords.Any(name.Contains) ? ContactField.Phone
            : name.Contains("linkedin", StringComparison.Ordinal) ? ContactField.Linkedin
            : name.Contains("instagram", StringComparison.Ordinal) ? ContactField.Instagram
            : IsAddressPart(name) ? ContactField.Address
            : null;
    }

    /// <summary>"Home City", "Address 1 - Street": one line of an address.</summary>
    private static bool IsAddressPart(string name) =>
        Array.Exists(
            ["home", "business", "other", "address", "mailing"],
            owner => name.StartsWith(owner, StringComparison.Ordinal) && AddressParts.Contains(name[owner.Length..])
        );

    public static string Fold(string header)
    {
        var folded = new StringBuilder(header.Length);
        foreach (var letter in CleanText.Line(header).ToLowerInvariant().Where(char.IsLetter))
        {
            var at = "àáâãäåçèéêëìíîïñòóôõöøùúûüýß".IndexOf(letter, StringComparison.Ordinal);
            folded.Append(at < 0 ? letter : "aaaaaaceeeeiiiinoooooouuuuys"[at]);
        }
        return folded.ToString();
    }
}
