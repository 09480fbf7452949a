using System.Reflection;

namespace TenkTanken.Web.Tests.Modules;

/// <summary>The modules of a project, each a namespace below the project's own, and whom each knows.</summary>
/// <param name="root">The project's own namespace.</param>
/// <param name="moduleOf">The module a namespace belongs to, both without the project's own.</param>
internal sealed class CompiledModules(Assembly assembly, string root, Func<string, string> moduleOf)
{
    public const string Root = "(root)";
    private const string Inferred = "__Blazor.";

    private readonly ILookup<string?, Type> _types = assembly.GetTypes().ToLookup(type => ModuleOf(type, root, moduleOf));

    public IEnumerable<string> All => _types.Select(module => module.Key).OfType<string>().Order(StringComparer.Ordinal);

    public IEnumerable<Type> TypesIn(string module) => _types[module];

    /// <summary>Null for what is in no module.</summary>
    public string? ModuleOf(Type type) => ModuleOf(type, root, moduleOf);

    /// <summary>What people have written and put into no module.</summary>
    public IEnumerable<string> Outside => _types[null].Concat(_types[Root])
        .Where(type => !type.IsNested && !type.Name.StartsWith('<') && type.Name != "_Imports")
        .Where(type => !type.GetCustomAttributesData().Any(attribute => attribute.AttributeType.Name is "GeneratedCodeAttribute" or "EmbeddedAttribute"))
        .Select(type => type.Name)
        .Order(StringComparer.Ordinal);

    public IEnumerable<string> ModulesKnownTo(string module) => TypesIn(module)
        .SelectMany(CompiledCode.TypesKnownTo)
        .Where(type => type.Assembly == assembly)
        .Select(ModuleOf)
        .OfType<string>()
        .Where(known => known != module)
        .Distinct()
        .Order(StringComparer.Ordinal);

    // A type the compiler makes, of a lambda or an async method, has the namespace of the one it was made for. Razor's compiler
    // puts a tag whose type arguments it finds out for itself into a namespace beside ours, named by the component it stands in.
    private static string? ModuleOf(Type type, string root, Func<string, string> moduleOf)
    {
        var space = type.Namespace?.StartsWith(Inferred, StringComparison.Ordinal) == true ? type.Namespace[Inferred.Length..] : type.Namespace;

        return space == root ? Root
            : space?.StartsWith(root + ".", StringComparison.Ordinal) == true ? moduleOf(space[(root.Length + 1)..].Replace('.', '/'))
            : null;
    }
}
