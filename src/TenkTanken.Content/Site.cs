namespace TenkTanken.Content;

/// <summary>The site as a whole, from <c>site.yaml</c>.</summary>
/// <param name="Name">The same in every language; a word of the first.</param>
/// <param name="Languages">The first is what a reader gets whose browser asks for none of them.</param>
/// <param name="EditionId">The edition readers get.</param>
/// <param name="Leave">Where "leave this site" goes: an ordinary page that tells nothing of where one came from.</param>
public sealed record Site(string Name, IReadOnlyList<Language> Languages, string EditionId, Uri Leave)
{
    public Language DefaultLanguage => Languages[0];

    public Language? Language(string code) => Languages.FirstOrDefault(language => language.Code == code);
}

/// <param name="Code">A BCP 47 tag, which is also the first part of an address and the name of a folder: <c>nb</c>.</param>
/// <param name="Name">The language's name in the language itself.</param>
public sealed record Language(string Code, string Name);
