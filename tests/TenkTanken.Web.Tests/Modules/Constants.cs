using System.Reflection;
using System.Text.RegularExpressions;

namespace TenkTanken.Web.Tests.Modules;

/// <summary>
/// The value of a constant is copied to where it is read, and compiled code no longer knows from where. So this is asked of
/// the source, by the constant's whole name, and nobody gives a type another name or leaves it out.
/// </summary>
internal static partial class Constants
{
    public static bool GivesNames(string code) => OtherNames().IsMatch(code);

    /// <summary>Those of the types that the code reads, as it names them.</summary>
    public static IEnumerable<FieldInfo> ReadIn(string code, IEnumerable<Type> types) => types
        .SelectMany(type => type.GetFields(BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.IsLiteral && !field.IsPrivate)
        .Where(field => code.Contains("." + field.Name, StringComparison.Ordinal))
        .Where(field => Regex.IsMatch(code, $@"(?<!\w){field.DeclaringType!.Name.Split('`')[0]}(<[^>]+>)?\.{field.Name}(?!\w)"));

    [GeneratedRegex(@"\busing\s+(static\s+|\w+\s*=\s*)(global::)?TenkTanken\.")]
    private static partial Regex OtherNames();
}
