import { NodeProgram } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import { SHAPES, type Shape } from './appearance.ts'

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_border;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;

uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform mat3 u_matrix;

varying vec4 v_color;
varying vec4 v_border;
varying float v_shape;
varying float v_pixel;

// the colour's four bytes are read as a float, whose last bit is lost
const float bias = 255.0 / 254.0;
// corners reach beyond the radius
const float room = 1.25;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1)).xy, 0, 1);
  float radius = a_size / u_sizeRatio * u_pixelRatio;
  gl_PointSize = radius * 2.0 * room;
  v_pixel = 1.0 / radius;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  v_border = a_id;
  #else
  v_color = a_color;
  v_border = a_border;
  #endif
  v_color.a *= bias;
  v_border.a *= bias;
}
`

/** Signed distances from the outlines of SHAPES, in their order. */
const FRAGMENT = /* glsl */ `
precision mediump float;

varying vec4 v_color;
varying vec4 v_border;
varying float v_shape;
varying float v_pixel;

const float room = 1.25;

float outline(vec2 p) {
  vec2 a = abs(p);
  if (v_shape < 0.5) return max(a.x, a.y) - 0.85;
  if (v_shape < 1.5) return length(p) - 1.0;
  if (v_shape < 2.5) return (a.x + a.y) * 0.7071 - 0.78;
  if (v_shape < 3.5) return max(p.y - 0.8, a.x * 0.874 - p.y * 0.486 - 0.486);
  if (v_shape < 4.5) return max(a.y - 0.87, a.x * 0.866 + a.y * 0.5 - 0.87);
  if (v_shape < 5.5) return max(a.x, a.y) - 0.85;
  return max(a.x - 1.0, a.y - 0.5);
}

void main() {
  vec2 p = (gl_PointCoord * 2.0 - 1.0) * room;
  float distance = outline(p);
  #ifdef PICKING_MODE
  if (distance > v_pixel) discard;
  gl_FragColor = v_color;
  #else
  float inside = 1.0 - smoothstep(-v_pixel, v_pixel * 0.5, distance);
  float border = smoothstep(-v_pixel * 3.0, -v_pixel * 2.0, distance);
  vec4 color = mix(v_color, v_border, border);
  gl_FragColor = vec4(color.rgb * inside, inside);
  #endif
}
`

/** What the program reads of a node beside sigma's own attributes. */
export interface ShapeData {
  readonly shape: Shape
  readonly border: string
}

const UNIFORMS = ['u_sizeRatio', 'u_pixelRatio', 'u_matrix'] as const

/** Draws every kind of node, one point each: shapes by distance, so all kinds take one call of the graphics driver. */
export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGLRenderingContext
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: POINTS as 0,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_border', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    }
  }

  processVisibleItem(
    nodeIndex: number,
    startIndex: number,
    data: NodeDisplayData & Partial<ShapeData>,
  ): void {
    const { array } = this
    let at = startIndex
    array[at++] = data.x
    array[at++] = data.y
    array[at++] = data.size
    array[at++] = Math.max(0, SHAPES.indexOf(data.shape ?? 'circle'))
    array[at++] = floatColor(data.color)
    array[at++] = floatColor(data.border ?? data.color)
    array[at++] = nodeIndex
  }

  setUniforms({ sizeRatio, pixelRatio, matrix }: RenderParams, program: ProgramInfo): void {
    const { gl, uniformLocations } = program
    gl.uniform1f(uniformLocations.u_pixelRatio ?? null, pixelRatio)
    gl.uniform1f(uniformLocations.u_sizeRatio ?? null, sizeRatio)
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, matrix)
  }
}

type ProgramInfo = Parameters<NodeProgram<(typeof UNIFORMS)[number]>['setUniforms']>[1]
