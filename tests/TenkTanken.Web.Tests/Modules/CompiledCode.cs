using System.Reflection;
using System.Reflection.Emit;

namespace TenkTanken.Web.Tests.Modules;

/// <summary>
/// What compiled code says of itself: every type a type knows, wherever it stands (a tag and an extension method are calls
/// like others here), and every instruction of a method. Only a constant leaves no trace, since its value is copied.
/// </summary>
internal static class CompiledCode
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<short, OpCode> OpCodesByValue =
        typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IEnumerable<Type> TypesKnownTo(Type type) => Raw(type).OfType<Type>().SelectMany(Parts).Distinct();

    public static IEnumerable<MethodBase> MethodsOf(Type type) => type.GetMembers(Declared).OfType<MethodBase>();

    /// <summary>Each with what it is about: a type, a method, a field, a text; null where that is a number or a place.</summary>
    public static IEnumerable<(OpCode Code, object? About)> Instructions(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var opCode = OpCodesByValue[code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at]];
            at += opCode.Size;
            yield return (opCode, About(method, opCode.OperandType, code.AsSpan(at)));
            at += opCode.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static object? About(MethodBase method, OperandType operand, ReadOnlySpan<byte> rest) => operand switch
    {
        OperandType.InlineString => method.Module.ResolveString(BitConverter.ToInt32(rest)),
        OperandType.InlineType or OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok =>
            method.Module.ResolveMember(
                BitConverter.ToInt32(rest),
                method.DeclaringType!.GetGenericArguments(),
                method.IsGenericMethod ? method.GetGenericArguments() : null),
        _ => null,
    };

    /// <summary>As they are written, with what they are made of still in them.</summary>
    private static IEnumerable<Type?> Raw(Type type) =>
    [
        type.BaseType,
        .. type.GetInterfaces(),
        .. Constraints(type.GetGenericArguments()),
        .. Attributes(type),
        .. type.GetMembers(Declared).Where(member => member is not Type).SelectMany(member => Named(member).Concat(Attributes(member))),
        .. MethodsOf(type).SelectMany(Inside),
    ];

    private static IEnumerable<Type?> Inside(MethodBase method) =>
    [
        .. method.IsGenericMethod ? Constraints(method.GetGenericArguments()) : [],
        .. method.GetParameters().Append((method as MethodInfo)?.ReturnParameter).OfType<ParameterInfo>()
            .SelectMany(parameter => Attributes(parameter.GetCustomAttributesData())),
        .. method.GetMethodBody()?.LocalVariables.Select(variable => variable.LocalType) ?? [],
        .. method.GetMethodBody()?.ExceptionHandlingClauses
            .Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType) ?? [],
        .. Instructions(method).Select(instruction => instruction.About).OfType<MemberInfo>().SelectMany(Named),
    ];

    private static IEnumerable<Type?> Named(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType, field.FieldType],
        PropertyInfo property => [property.PropertyType],
        EventInfo one => [one.EventHandlerType],
        MethodBase method =>
        [
            method.DeclaringType,
            (method as MethodInfo)?.ReturnType,
            .. method.GetParameters().Select(parameter => parameter.ParameterType),
            .. method.IsGenericMethod ? method.GetGenericArguments() : [],
        ],
        _ => [],
    };

    private static IEnumerable<Type?> Constraints(Type[] arguments) =>
        arguments.Where(argument => argument.IsGenericParameter)
            .SelectMany(argument => argument.GetGenericParameterConstraints().Concat(Attributes(argument)));

    private static IEnumerable<Type?> Attributes(MemberInfo member) => Attributes(member.GetCustomAttributesData());

    private static IEnumerable<Type?> Attributes(IEnumerable<CustomAttributeData> attributes) => attributes.SelectMany(attribute => attribute
        .ConstructorArguments.Concat(attribute.NamedArguments.Select(argument => argument.TypedValue)).SelectMany(Values)
        .Append(attribute.AttributeType));

    private static IEnumerable<Type?> Values(CustomAttributeTypedArgument argument) => argument.Value switch
    {
        Type type => [type],
        IEnumerable<CustomAttributeTypedArgument> many => many.SelectMany(Values),
        _ => [argument.ArgumentType],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericParameter ? []
        : type.IsGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)]
        : [type];
}
