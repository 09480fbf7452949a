using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Rendering;

namespace TenkTanken.Web.Tests.Modules;

/// <summary>
/// What a type says in words of its own: any letter that is rendered as it stands, as text or in an attribute that is read
/// out, and any sentence in its code. What goes into an exception or the log is for no reader.
/// </summary>
internal static partial class LiteralWords
{
    /// <summary>Attributes and parameters whose value somebody reads or hears.</summary>
    private static readonly HashSet<string> Read = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "aria-label", "aria-description", "aria-roledescription", "aria-placeholder", "aria-valuetext", "alt", "placeholder", "label",
    };

    public static IEnumerable<string> In(Type type) => CompiledCode.MethodsOf(type).SelectMany(In);

    private static IEnumerable<string> In(MethodBase method)
    {
        var steps = CompiledCode.Instructions(method).Select(instruction => instruction.About).Where(about => about is string or MethodBase).ToList();
        var isRead = false;
        for (var at = 0; at < steps.Count; at++)
        {
            if (steps[at] is string text)
            {
                var goesTo = steps.Skip(at + 1).OfType<MethodBase>().FirstOrDefault(next => !BuildsText(next));
                if (Says(text, goesTo, isRead))
                {
                    yield return text;
                }

                isRead |= Read.Contains(text);
            }
            else if (((MethodBase)steps[at]!).DeclaringType == typeof(RenderTreeBuilder))
            {
                isRead = false;
            }
        }
    }

    private static bool Says(string text, MethodBase? goesTo, bool isRead) => goesTo switch
    {
        { DeclaringType: { } type } when type.IsAssignableTo(typeof(Exception)) || type.Namespace == "Microsoft.Extensions.Logging" => false,
        { Name: nameof(RenderTreeBuilder.AddMarkupContent) } => Letter().IsMatch(Tag().Replace(text, "")) || ReadInTag().IsMatch(text),
        { Name: nameof(RenderTreeBuilder.AddContent) } => Letter().IsMatch(Tag().Replace(text, "")),
        _ => (isRead && Letter().IsMatch(text)) || (TwoWords().IsMatch(text) && Sentence().IsMatch(text)),
    };

    private static bool BuildsText(MethodBase method) =>
        method.IsSpecialName && method.Name.StartsWith("get_", StringComparison.Ordinal)
        || method.DeclaringType == typeof(string) || method.DeclaringType == typeof(DefaultInterpolatedStringHandler);

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Letter();

    [GeneratedRegex("<[^>]*>|&#?[A-Za-z0-9]+;")]
    private static partial Regex Tag();

    [GeneratedRegex(@"<[^>]*\s(title|aria-(label|description|roledescription|placeholder|valuetext)|alt|placeholder|label)=""[^""]*\p{L}")]
    private static partial Regex ReadInTag();

    [GeneratedRegex(@"\p{Ll},? \p{L}")]
    private static partial Regex TwoWords();

    // Names of classes and the like stand side by side too, all of them small and plain.
    [GeneratedRegex(@"^\s*\p{Lu}|[.!?]\s*$|[^\x00-\x7F]")]
    private static partial Regex Sentence();
}
